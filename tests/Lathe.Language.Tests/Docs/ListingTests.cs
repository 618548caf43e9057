using System.Text.Json;
using Lathe.Language.Configuration;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;
using Lathe.TestSupport;

namespace Lathe.Language.Tests.Docs;

/// <summary>Listings of all pages: GraphQL and JSON can be read, configurations have no mistake, and some test names each page with C#.</summary>
public sealed class ListingTests
{
    private static readonly JsonDocumentOptions s_json = new() { CommentHandling = JsonCommentHandling.Skip };

    public static TheoryData<string, int, string> GraphQL() => Blocks("graphql");

    public static TheoryData<string, int, string> Json() => Blocks("json");

    [Theory]
    [MemberData(nameof(GraphQL))]
    public void GraphQLCanBeRead(string page, int line, string listing)
    {
        var source = new SourceText($"{page}({line})", listing);
        var errors = DocumentParser.Parse(source, allowsFragmentArguments: true, TestContext.Current.CancellationToken).Errors;
        Assert.Empty(errors.Select(static error => error.ToString()));
    }

    [Theory]
    [MemberData(nameof(Json))]
    public void JsonCanBeReadAndConfigurationsHaveNoMistake(string page, int line, string listing)
    {
        var text = listing.StartsWith('"') ? $"{{{listing}}}" : listing;
        var fault = Record.Exception(() => JsonDocument.Parse(text, s_json).Dispose());
        Assert.True(fault is null, $"{page}, listing at line {line}: {fault?.Message}");
        if (!text.Contains("\"schema\":", StringComparison.Ordinal))
            return;
        var errors = ConfigurationReader.Read(new SourceText($"{page}({line})", text), TestContext.Current.CancellationToken).Errors;
        Assert.Empty(errors.Select(static error => error.ToString()));
    }

    [Fact]
    public void ATestNamesEachPageWithCSharp()
    {
        var tests = Directory.EnumerateFiles(Path.Combine(SharedFolder.RepositoryRoot, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText).ToList();
        var pages = DocumentedPages.WithoutDiagnostics()
            .Where(static page => MarkdownPage.Blocks(page).Any(static block => block.Language == "csharp")).ToList();
        Assert.True(pages.Count > 12);
        Assert.All(pages, page => Assert.Contains(tests, test => test.Contains($"\"{page}\"", StringComparison.Ordinal)));
    }

    private static TheoryData<string, int, string> Blocks(string language)
    {
        var data = new TheoryData<string, int, string>();
        foreach (var page in DocumentedPages.WithoutDiagnostics())
        {
            foreach (var block in MarkdownPage.Blocks(page).Where(block => block.Language == language))
                data.Add(page, block.Line, block.Code);
        }

        return data;
    }
}

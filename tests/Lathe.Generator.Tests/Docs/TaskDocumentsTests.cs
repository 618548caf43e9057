using System.Text.RegularExpressions;
using Lathe.Generator.Tests.Emission;
using Lathe.Language.Configuration;
using Lathe.TestSupport;
using Microsoft.CodeAnalysis;

namespace Lathe.Generator.Tests.Docs;

/// <summary>
/// The pages that show one task each: their operations are valid in the schema of <c>docs/start.md</c>, with what the page adds to it, and each C#
/// listing compiles against a client of them.
/// </summary>
public sealed partial class TaskDocumentsTests
{
    private static readonly string[] s_pages =
        ["docs/query.md", "docs/mutate.md", "docs/subscribe.md", "docs/upload.md", "docs/keys.md", "docs/handle-errors.md"];

    private static readonly string s_shop = MarkdownPage.Blocks("docs/start.md").Single(static block =>
        block.Code.StartsWith("# schema.graphql\n", StringComparison.Ordinal)).Code;

    private static readonly Dictionary<string, TestClient> s_clients = s_pages.ToDictionary(static page => page, Generate);

    // What a reader of these pages has in the own code.
    private const string Surroundings = """
        namespace Reader
        {
            public interface IVault
            {
                System.Threading.Tasks.Task<string> GetAsync(string name, System.Threading.CancellationToken stop);
            }
        }
        """;

    public static TheoryData<string, int, string> Listings()
    {
        var data = new TheoryData<string, int, string>();
        foreach (var page in s_pages)
        {
            foreach (var block in MarkdownPage.Blocks(page).Where(static block => block.Language == "csharp"))
                data.Add(page, block.Line, block.Code);
        }

        return data;
    }

    [Fact]
    public void EachPageHasListings() => Assert.All(s_pages, page => Assert.True(MarkdownPage.Blocks(page).Count >= 4, page));

    [Theory]
    [MemberData(nameof(Listings))]
    public void AListingCompiles(string page, int line, string listing)
    {
        var errors = s_clients[page].Compile(Surroundings, Program(listing)).GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(static one => one.Severity == DiagnosticSeverity.Error);
        Assert.True(!errors.Any(), $"{page}, listing at line {line}:\n{string.Join('\n', errors)}");
    }

    // Generation fails where an operation is not valid.
    private static TestClient Generate(string page)
    {
        var blocks = MarkdownPage.Blocks(page).Where(static block => block.Language == "graphql").Select(static block => block.Code)
            .ToLookup(static code => TypeSystem().IsMatch(code));
        var config = new ClientConfig { Client = "ApiClient", Namespace = "Shop" };
        return TestClient.Generate([s_shop, .. blocks[true]], blocks[false], config);
    }

    private static string Program(string listing) => $$"""
        using System;
        using System.IO;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using Lathe;
        using Microsoft.Extensions.DependencyInjection;
        using Reader;
        using Shop;

        public class Listing
        {
            public required IApiClient client;
            public required IServiceCollection services;
            public required IVault vault;
            public required string key;
            public required byte[] bytes;
            public required CancellationToken stop;

            public async Task RunAsync()
            {
                await Task.Yield();
        {{listing}}
            }
        }
        """;

    [GeneratedRegex(@"^(?:extend|type|input|enum|scalar|interface|union|directive)\b", RegexOptions.Multiline)]
    private static partial Regex TypeSystem();
}

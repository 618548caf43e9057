using System.Text.RegularExpressions;
using Lathe.Generator.Tests.Emission;
using Lathe.Language.Configuration;
using Lathe.TestSupport;
using Microsoft.CodeAnalysis;

namespace Lathe.Generator.Tests.Docs;

/// <summary>Each C# listing of <c>docs/pages.md</c> compiles against a client of the page's own schema and operations.</summary>
public sealed class PagesDocumentTests
{
    private const string Page = "docs/pages.md";

    private static readonly IReadOnlyList<CodeBlock> s_blocks = MarkdownPage.Blocks(Page);
    private static readonly TestClient s_client = Generate();

    public static TheoryData<int, string> Listings()
    {
        var data = new TheoryData<int, string>();
        foreach (var block in s_blocks.Where(static block => block.Language == "csharp"))
            data.Add(block.Line, block.Code);
        return data;
    }

    [Theory]
    [MemberData(nameof(Listings))]
    public void AListingCompiles(int line, string listing)
    {
        var errors = s_client.Compile(Program(listing)).GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(static one => one.Severity == DiagnosticSeverity.Error);
        Assert.True(!errors.Any(), $"{Page}, listing at line {line}:\n{string.Join('\n', errors)}");
    }

    [Fact]
    public void EachOperationOfThePageHasAPager()
    {
        Assert.True(Listings().Count >= 5);
        Assert.Equal(
            ["Activities Offset activities", "Members Offset organization.members", "Repositories Forward organization.repositories",
                "Samples Keyset activities"],
            s_client.Operations.Select(static one => $"{one.Name} {one.Pager?.Kind} {one.Pager?.FieldName}"));
    }

    // The first block is the schema; one that defines a directive is for editors.
    private static TestClient Generate()
    {
        var blocks = s_blocks.Where(static block => block.Language == "graphql").Select(static block => block.Code).ToList();
        return TestClient.Generate(
            blocks[0],
            string.Join('\n', blocks.Skip(1).Where(static code => !Regex.IsMatch(code, "^directive"))),
            new ClientConfig { Client = "ShopClient", Namespace = "Shop" });
    }

    private static string Program(string listing) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using Lathe;
        using Lathe.Testing;
        using Shop;

        public class Listing
        {
            public async Task RunAsync(IShopClient client, CancellationToken stop)
            {
                await Task.Yield();
        {{listing}}
            }
        }
        """;
}

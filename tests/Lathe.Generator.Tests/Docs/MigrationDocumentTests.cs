using Lathe.Generator.Tests.Emission;
using Lathe.Language.Configuration;
using Lathe.TestSupport;
using Microsoft.CodeAnalysis;

namespace Lathe.Generator.Tests.Docs;

/// <summary>The programs of the pages for those who come from something else compile: each "after", and "before" where it needs no package.</summary>
public sealed class MigrationDocumentTests
{
    private const string Schema = """
        type Query { machines(first: Int!, state: MachineState): [Machine!]! }
        type Mutation { renameMachine(id: ID!, name: String!): Machine }
        type Subscription { machineRenamed: Machine! }
        type Machine { id: ID! name: String! state: MachineState! }
        enum MachineState { RUNNING STOPPED }
        """;

    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    [Theory]
    [InlineData("docs/from-httpclient.md")]
    [InlineData("docs/from-zeroql.md")]
    [InlineData("docs/from-graphql-client.md")]
    [InlineData("docs/from-strawberry-shake.md", "GraphQLResult<RenameMutation.Data>")]
    public void TheProgramAfterCompiles(string page, string part = "IShopClient client")
    {
        var after = Single(page, "csharp", part);

        Assert.Empty(Errors(Single(page, "graphql", "query Running"), after));
    }

    [Fact]
    public void TheProgramWithHttpClientCompilesBefore() =>
        Assert.Empty(Errors("query Unused { machines(first: 1) { id } }", Single("docs/from-httpclient.md", "csharp", "HttpRequestMessage")));

    [Fact]
    public void TheRegistrationCompiles()
    {
        const string Page = "docs/from-httpclient.md";
        var registration = $$"""
            using Lathe;
            using Microsoft.Extensions.DependencyInjection;
            using Shop;

            public static class Registration
            {
                public static void Run(IServiceCollection services)
                {
                    {{Single(Page, "csharp", "AddShopClient")}}
                }
            }
            """;

        Assert.Empty(Errors(Single(Page, "graphql", "query Running"), Single(Page, "csharp", "IShopClient client"), registration));
    }

    // A program that lacks its operations must not compile.
    [Fact]
    public void AProgramWithoutItsOperationDoesNotCompile() => Assert.NotEmpty(Errors(
        "query Other { machines(first: 1) { id } }", Single("docs/from-zeroql.md", "csharp", "IShopClient client")));

    private static string Single(string page, string language, string part) => Assert.Single(
        MarkdownPage.Blocks(page), block => block.Language == language && block.Code.Contains(part, StringComparison.Ordinal)).Code;

    private static string[] Errors(string operations, params string[] programs)
    {
        var client = TestClient.Generate(Schema, operations, new ClientConfig { Client = "ShopClient", Namespace = "Shop" });
        return
        [
            .. client.Compile([Usings, .. programs])
                .GetDiagnostics(TestContext.Current.CancellationToken)
                .Where(static one => one.Severity == DiagnosticSeverity.Error)
                .Select(static one => one.ToString()),
        ];
    }
}

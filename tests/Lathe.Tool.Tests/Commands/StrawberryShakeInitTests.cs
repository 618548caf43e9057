using System.Text.Json;
using Lathe.TestSupport;

namespace Lathe.Tool.Tests.Commands;

/// <summary><c>lathe init --from-strawberry-shake</c>.</summary>
public sealed class StrawberryShakeInitTests
{
    private const string Extensions = """
        scalar _KeyFieldSet

        directive @key(fields: _KeyFieldSet!) on SCHEMA | OBJECT

        directive @serializationType(name: String!) on SCALAR

        directive @runtimeType(name: String!, valueType: Boolean) on SCALAR

        directive @enumValue(value: String!) on ENUM_VALUE

        directive @rename(name: String!) on INPUT_FIELD_DEFINITION | INPUT_OBJECT | ENUM | ENUM_VALUE

        extend schema @key(fields: "id")

        """;

    private const string Schema = """
        type Query { people(first: Int): [Person!]! }
        type Person { id: ID! name: String! mail: Mail since: DateTime index: Index home: Url }
        scalar Mail
        scalar DateTime
        scalar Index
        scalar Url
        """;

    [Fact]
    public async Task TheDefaultProjectIsTakenOver()
    {
        using var run = Project(
            """
            {
              "schema": "schema.graphql",
              "documents": "**/*.graphql",
              "extensions": {
                "strawberryShake": {
                  "name": "ConferenceClient",
                  "namespace": "Demo.GraphQL",
                  "url": "https://conference.example/graphql",
                  "dependencyInjection": true,
                  "accessModifier": "internal",
                  "noStore": false,
                  "razorComponents": true
                },
                "codegen": { "a": [1, 2] }
              }
            }
            """,
            Extensions + "extend scalar Index @runtimeType(name: \"global::System.Index\") @serializationType(name: \"global::System.Int32\")\n"
                + "extend scalar Mail @runtimeType(name: \"System.Uri\")\n");
        Assert.Equal(0, await run.RunAsync("init", "--from-strawberry-shake"));

        Assert.Equal(
            """
            {
              "$schema": "./graphqlrc.schema.json",
              "schema": "schema.graphql",
              "documents": "**/*.graphql",
              "extensions": {
                "lathe": {
                  "client": "ConferenceClient",
                  "namespace": "Demo.GraphQL",
                  "accessibility": "internal",
                  "endpoint": "https://conference.example/graphql",
                  "scalars": {
                    "Index": "int",
                    "Mail": "System.Uri"
                  }
                },
                "codegen": { "a": [1, 2] }
              }
            }

            """,
            run.Read(".graphqlrc.json"));
        Assert.False(run.Has("schema.extensions.graphql"));
        Assert.Equal("add App.csproj package Lathe --version 0.1.0", run.Programs.Single().Arguments);
        Assert.Equal(0, await run.RunAsync("validate"));
        Assert.Contains("1 operation", run.Output, StringComparison.Ordinal);
        JsonDocument.Parse(run.Read("graphqlrc.schema.json"));
    }

    [Fact]
    public async Task WhatNeedsAHandIsNamedByFileAndLine()
    {
        using var run = Project(
            """
            { "schema": "schema.graphql", "extensions": { "strawberryShake": {
                "name": "Conference Client",
                "url": "https://user:key@conference.example/graphql",
                "requestStrategy": "PersistedOperation",
                "transportProfiles": [ { "default": "Http", "subscription": "WebSocket" } ],
                "noStore": false } } }
            """,
            Extensions + "extend scalar Index @runtimeType(name: \"System.Index\")\nextend type Person @key(fields: \"id\") { local: Int }\n"
                + "extend type Query { other: Int }\n");
        Assert.Equal(0, await run.RunAsync("init", "--from-strawberry-shake", "--no-package"));

        string[] notes = [.. run.Output.Split('\n').Where(line => line.Contains("): ", StringComparison.Ordinal)).Select(line => line.Split(':')[0])];
        Assert.Equal(
            [
                ".graphqlrc.json(2)", ".graphqlrc.json(3)", ".graphqlrc.json(4)", ".graphqlrc.json(5)", ".graphqlrc.json(6)",
                "schema.extensions.graphql(14)",
            ],
            notes);
        Assert.DoesNotContain("user:key", run.Output + run.Read(".graphqlrc.json"), StringComparison.Ordinal);
        Assert.Equal("extend type Person { local: Int }\n\nextend type Query { other: Int }\n", run.Read("schema.extensions.graphql"));
        Assert.Contains("\"schemaExtensions\": \"schema.extensions.graphql\"", run.Read(".graphqlrc.json"), StringComparison.Ordinal);
        Assert.Equal(0, await run.RunAsync("validate"));
    }

    [Fact]
    public async Task SeveralClientsBecomeProjects()
    {
        const string Configuration =
            """{"schema":"schema.graphql","documents":"./Ops/*.graphql","extensions":{"strawberryShake":{"name":"NAME"}}}""";
        using var run = new ToolRun(("App.csproj", "<Project/>"));
        foreach (var name in new[] { "Crm", "Shop" })
        {
            run.Write($"{name}/.graphqlrc.json", Configuration.Replace("NAME", name + "Client", StringComparison.Ordinal));
            run.Write($"{name}/schema.graphql", Schema);
            run.Write($"{name}/schema.extensions.graphql", Extensions);
            run.Write($"{name}/Ops/q.graphql", "query People { people { id } }");
        }

        Assert.Equal(0, await run.RunAsync("init", "--from-strawberry-shake", "--no-package"));
        Assert.Contains("Crm/.graphqlrc.json is no longer read; remove it.", run.Output, StringComparison.Ordinal);
        var projects = JsonDocument.Parse(run.Read(".graphqlrc.json")).RootElement.GetProperty("projects");
        Assert.Equal(["crm", "shop"], projects.EnumerateObject().Select(project => project.Name));
        Assert.Equal("Crm/Ops/*.graphql", projects.GetProperty("crm").GetProperty("documents").GetString());
        Assert.Equal("ShopClient", projects.GetProperty("shop").GetProperty("extensions").GetProperty("lathe").GetProperty("client").GetString());
        Assert.Equal(0, await run.RunAsync("validate"));
    }

    [Fact]
    public async Task AConfigurationOfSomethingElseIsNotTakenOver()
    {
        using var run = new ToolRun(("App.csproj", "<Project/>"), (".graphqlrc.json", """{"schema":"s.graphql"}"""));
        Assert.Contains("has 'extensions.strawberryShake'", await run.FailAsync("init", "--from-strawberry-shake"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheCasesOfItsOwnTestsValidate()
    {
        var folder = SharedFolder.Require("workloads/strawberryshake/cases");
        foreach (var source in Directory.GetDirectories(folder))
        {
            using var run = new ToolRun(("App.csproj", "<Project/>"));
            foreach (var file in Directory.GetFiles(source, "*.graphql", SearchOption.AllDirectories))
                run.Write(Path.GetRelativePath(source, file), File.ReadAllText(file));
            run.Write(
                ".graphqlrc.json",
                """{"schema":"schema.graphql","documents":"**/*.graphql","extensions":{"strawberryShake":{"name":"CaseClient"}}}""");
            run.Write("schema.extensions.graphql", Extensions);
            Assert.True(await run.RunAsync("init", "--from-strawberry-shake", "--no-package") == 0, source + run.Error);
            Assert.True(await run.RunAsync("validate") == 0, source + run.Output + run.Error);
        }
    }

    private static ToolRun Project(string configuration, string extensions) => new(
        ("App.csproj", "<Project/>"),
        (".graphqlrc.json", configuration),
        ("schema.graphql", Schema),
        ("schema.extensions.graphql", extensions),
        ("Ops/People.graphql", "query People { people { id name mail } }"));
}

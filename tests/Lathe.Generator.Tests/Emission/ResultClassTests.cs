using System.Text;
using Lathe.Generator.Tests.Analyzers;
using Lathe.Language.Configuration;
using Lathe.TestSupport;

namespace Lathe.Generator.Tests.Emission;

/// <summary>Results are classes where the configuration says so: less to compile, and the same in all but equality, <c>with</c> and text.</summary>
public sealed class ResultClassTests
{
    private const string Schema = """
        type Query { node: Node machines(first: Int, after: String): Machines! }
        type Machines { nodes: [Machine!]! pageInfo: PageInfo! }
        type PageInfo { hasNextPage: Boolean! endCursor: String }
        interface Node { id: ID! }
        type Machine implements Node { id: ID! name: String! token: String owner: Person }
        type Person implements Node { id: ID! email: String toString: String Equals: Int }
        """;

    private const string Documents = """
        query Search { node { ... on Machine { id name token owner { ...Card } } ... on Person { toString Equals } } }
        query Boss { node { id ...Any } }
        query Machines($after: String) { machines(first: 5, after: $after) { nodes { name owner @catch { email } } pageInfo { hasNextPage endCursor } } }
        fragment Card on Person { id email }
        fragment Any on Node { ... on Machine { owner { email } } }
        """;

    private const string Code = """
        #nullable enable
        using System;
        using System.Text.Json;
        using Test.Api;
        public static class Probe
        {
            public static string[] Run()
            {
                var data = Data();
                var json = JsonSerializer.Serialize(data);
                var back = JsonSerializer.Deserialize<SearchQuery.Data>(json)!;
                if (back.Equals(data) || !data.Equals(data) || data is not Lathe.ResultObject)
                    throw new InvalidOperationException("equal");
                ICard card = ((SearchQuery.Machine)back.Node!).Owner!;
                return [JsonSerializer.Serialize(back), card.Email!, back.Node!.ToString()!];
            }

            public static string Fake(Lathe.Testing.FakeSchema schema)
            {
                var data = Lathe.Testing.Fakes.For(MachinesQuery.Operation, 7, schema).ListsOf(3)
                    .With<MachinesQuery.Machine>(one => new() { Name = "Lathe of " + one.Owner.ValueOrDefault?.Email, Owner = default })
                    .With<MachinesQuery.Person>(one => new() { Email = "a@b.c" }).Data();
                return string.Join(", ", System.Linq.Enumerable.Select(data.Machines.Nodes, one => one.Name));
            }

            private static SearchQuery.Data Data() =>
                new() { Node = new SearchQuery.Machine { Id = "7", Name = "Lathe", Token = "secret", Owner = new() { Id = "8", Email = "a@b.c" } } };
        }
        """;

    private static readonly ClientConfig s_config = TestClient.Config with { HasResultClasses = true };

    [Theory]
    [InlineData("SearchQuery")]
    [InlineData("CardFragment")]
    [InlineData("AnyFragment")]
    public void ClassesHaveTheirFile(string typeName)
    {
        var client = TestClient.Generate(Schema, Documents, s_config);
        client.AssertCompiles();
        Golden.Match(client[typeName], "ResultClasses", typeName);
    }

    [Fact]
    public void ClassesTravelAndAreEqualToThemselvesAlone()
    {
        var lines = (string[])TestClient.Generate(Schema, Documents, s_config).Load(Code).GetType("Probe")!.GetMethod("Run")!.Invoke(null, null)!;
        Assert.Equal(
            [
                """{"Node":{"__typename":"Machine","Id":"7","Name":"Lathe","Token":"secret","Owner":{"Id":"8","Email":"a@b.c"}}}""",
                "a@b.c",
                "Test.Api.SearchQuery+Machine",
            ],
            lines);
    }

    [Fact]
    public void FakesOfClassesAreChangedByType()
    {
        var probe = TestClient.Generate(Schema, Documents, s_config).Load(Code).GetType("Probe")!;
        var names = probe.GetMethod("Fake")!.Invoke(null, [Lathe.Testing.FakeSchema.Parse(Schema)]);
        Assert.Equal("Lathe of a@b.c, Lathe of a@b.c, Lathe of a@b.c", names);
    }

    [Fact]
    public async Task WhatNobodyReadsOfAClassIsReported()
    {
        const string Uses = """
            using App;
            foreach (var machine in ((MachinesQuery.Data)null!).Machines.Nodes) System.Console.WriteLine(machine.Name);
            """;
        var found = await UnusedProject.FindAsync(
            Uses,
            [
                ("/p/.graphqlrc.json", """{"schema":"schema.graphql","documents":"q.graphql","extensions":{"lathe":{"namespace":"App","resultTypes":"class"}}}"""),
                ("/p/schema.graphql", Schema),
                ("/p/q.graphql", "query Machines { machines { nodes { name token } } }"),
            ]);
        Assert.Equal(["GQL2050@token"], found);
    }

    [Fact]
    public void AWorkloadCompilesToMuchLess()
    {
        var records = WorkloadClient.Require("workloads/github-vscode-pr");
        var folder = SharedFolder.Require("workloads/github-vscode-pr/operations");
        using var image = new MemoryStream();
        var classes = TestClient.Generate([records.Schema], WorkloadClient.Texts(folder), s_config);
        Assert.True(classes.AssertCompiles().Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        Assert.InRange((double)image.Length / records.BytesOfAssembly, 0.3, 0.7);
        Assert.True(Bytes(classes) < Bytes(records.Client));
    }

    private static int Bytes(TestClient client) => client.Files.Sum(static file => Encoding.UTF8.GetByteCount(file.Text));
}

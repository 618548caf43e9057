using Lathe.Generator.Pipeline;

namespace Lathe.Generator.Tests.Pipeline;

/// <summary>What edits leave as it was is never stale: after any of them a run makes what a first run makes of the same files.</summary>
public sealed class EditSequenceTests
{
    private const int Edits = 40;

    private static readonly string[] s_schemas =
    [
        "type Query { machines(where: Filter, kind: Kind): [Machine!]! old: Int @deprecated } type Machine { id: ID! name: String kind: Kind } input "
            + "Filter { name: String kind: Kind } enum Kind { MILL LATHE }",
        "type Query { machines(where: Filter, kind: Kind): [Machine!] old: Int } type Machine { id: ID! name: String! kind: Kind! } input Filter { "
            + "name: String } enum Kind { MILL }",
        "type Query { machines(where: Filter): [Machine!]! } input Filter { name: String } type Machine { id: ID! } type Broken {",
    ];

    private static readonly string[] s_configurations =
    [
        """{ "schema": "s.graphql", "extensions": { "lathe": { "client": "Shop", "namespace": "App" } } }""",
        """{ "schema": "s.graphql", "documents": ["[ab]*.graphql"], "extensions": { "lathe": { "client": "Shop", "namespace": "App" } } }""",
        """
        { "projects": {
          "one": { "schema": "s.graphql", "documents": "*.graphql", "extensions": { "lathe": { "client": "One", "namespace": "App" } } },
          "two": { "schema": "s.graphql", "documents": "[a-c]*.graphql", "extensions": { "lathe": { "client": "Two", "namespace": "Other" } } } } }
        """,
        "{ }",
    ];

    private static readonly string[] s_paths = ["/p/a.graphql", "/p/aa.graphql", "/p/b.graphql", "/p/c.graphql", "/p/d.graphql", "/p/e.graphql"];

    // NAME stands for a name that is often another file's too.
    private static readonly string[] s_documents =
    [
        "query NAME { machines { id } }",
        "query NAME($where: Filter) { machines(where: $where) { id name } }",
        "query NAME($kind: Kind) { machines(kind: $kind) { ...NAME ...Card } } fragment NAME on Machine { kind }",
        "query NAME { old machines { ...Card } }",
        "query NAME { old # lathe-disable-line GQL2001 -- kept\n machines { ...Other kind } }",
        "query NAME { machines { nonsense } }",
        "fragment Card on Machine { id }",
        "fragment Card on Machine { id name kind } fragment NAME on Machine { ...Card }",
        "fragment NAME on Machine { id ...N1 ...Card }",
        "fragment N1 on Machine { kind ...N2 } query NAME { machines { name ...N1 } }",
        "fragment N2 on Machine { id ...NAME }",
        "query NAME { machines { id } } fragment Other on Machine {",
        "query NAME { machines { id } } type Extra { id: ID }",
        "query { machines { id } }",
        "subscription NAME { machines { id } }",
        "query NAME { machines { id } } query NAMEB { machines { name } }",
        "# nothing",
        "",
    ];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void RunAfterEditsMakesWhatAFirstRunMakes(int seed)
    {
        var random = new Random(seed);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["/p/s.graphql"] = s_schemas[0], ["/p/.graphqlrc.json"] = s_configurations[0],
        };
        foreach (var path in s_paths.Take(4))
            files[path] = Document(random);
        // Tracking drivers of Roslyn lose items of a Combine after a removal; no host tracks.
        var edited = new GeneratorHarness(tracks: false, [.. files.Select(file => (file.Key, file.Value))]);
        for (var i = 0; i < Edits; i++)
        {
            Edit(random, files, edited);
            var outcome = edited.Run();
            AssertSame(new GeneratorHarness(tracks: false, [.. files.Select(file => (file.Key, file.Value))]).Run(), outcome);
            // What an editor's analyzer reports, over texts that it shares with the generator.
            Assert.Equal(
                outcome.Diagnostics,
                LiveFindings.Of(edited.Files, edited.Options, language: null, TestContext.Current.CancellationToken).Select(RunOutcome.Show));
        }
    }

    public static IEnumerable<TheoryDataRow<int>> Seeds() => Enumerable.Range(0, 25).Select(seed => new TheoryDataRow<int>(seed));

    private static void Edit(Random random, SortedDictionary<string, string> files, GeneratorHarness edited)
    {
        var (path, text) = random.Next(20) switch
        {
            0 => ("/p/s.graphql", s_schemas[random.Next(s_schemas.Length)]),
            1 => ("/p/.graphqlrc.json", s_configurations[random.Next(s_configurations.Length)]),
            < 5 => (s_paths[random.Next(s_paths.Length)], null),
            _ => (s_paths[random.Next(s_paths.Length)], Document(random)),
        };
        if (text is not null)
            edited.Set(path, files[path] = text);
        else if (files.Remove(path))
            edited.Remove(path);
    }

    private static string Document(Random random) =>
        s_documents[random.Next(s_documents.Length)].Replace("NAME", "N" + random.Next(8), StringComparison.Ordinal);

    private static void AssertSame(RunOutcome first, RunOutcome edited)
    {
        Assert.Equal(first.Diagnostics, edited.Diagnostics);
        Assert.Equal(first.Files, edited.Files);
        Assert.All(first.Files, file => Assert.Equal(first.Source(file), edited.Source(file)));
    }
}

namespace Lathe.Tool.Tests.Output;

/// <summary>A project whose API drifted in every way that a report tells differently, with texts that try to be mark-up.</summary>
internal static class DriftCase
{
    public const string Hostile = "50% off::set-output name=x::y\n| <script>alert(1)</script> `code` @everyone [l](http://x) ]]> \u001b[31m";

    private const string Old = """
        type Query { machine(id: ID): Machine list(filter: Filter): [Machine!]! status: Status gone: Int known: Int quiet: Int }
        type Machine { ref: Int make: String old: Int unused: Int same: Int }
        input Filter { name: String size: Int }
        enum Status { ON OFF }
        scalar Money @specifiedBy(url: "https://a.example")
        """;

    private const string New = """"
        "d" type Query { machine(id: ID!): Machine list(filter: Filter): [Machine!]! status: Status known2: Int quiet: Int! }
        type Machine { machineRef: Int make: [String] old: Int @deprecated(reason: """REASON""") same: Int }
        input Filter { name: String }
        enum Status { ON OFF IDLE }
        scalar Money @specifiedBy(url: "https://b.example")
        type Added { a: Int }
        """";

    private const string Documents = """
        query Machines($filter: Filter) { list(filter: $filter) { ref make old ...Card } status }
        query Known { known gone }
        { machine { same } quiet list(filter: { size: 1 }) { same } }
        fragment Card on Machine { ref }
        fragment Unused on Machine { make }
        """;

    public static ToolRun Create() => new(
        ("old.graphql", Old),
        ("new.graphql", New.Replace("REASON", Hostile, StringComparison.Ordinal)),
        ("Queries/a ü,1:2.graphql", Documents),
        (".lathe-ignore.json", """{"ignore":[{"path":"Query.known","reason":"ticket | 12"}]}"""),
        (".graphqlrc.json", """{"schema":"old.graphql","documents":"Queries/*.graphql"}"""));

    public static async Task<string> CheckAsync(ToolRun run, string format)
    {
        var code = await run.RunAsync("schema", "check", "--against", "new.graphql", "--format", format);
        Assert.True(code == 1, run.Error);
        return run.Output;
    }
}

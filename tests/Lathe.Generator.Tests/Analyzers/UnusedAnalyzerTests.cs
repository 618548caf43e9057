namespace Lathe.Generator.Tests.Analyzers;

/// <summary>Which fields are told of, and which uses keep them quiet. Each case reads <c>name</c>; <c>serial</c> is what is asked about.</summary>
public sealed class UnusedAnalyzerTests
{
    private const string Schema = """
        type Query { machine(id: ID!): Machine machines: [Machine!]! things: [Thing!]! items(first: Int, after: String): Items! }
        type Items { nodes: [Machine!]! pageInfo: PageInfo! }
        type PageInfo { hasNextPage: Boolean! endCursor: String }
        type Mutation { rename(id: ID!, name: String!): Machine }
        union Thing = Machine | Building
        interface Named { name: String! }
        type Machine implements Named { id: ID! name: String! serial: String! building: Building parts: [Machine!]! }
        type Building implements Named { id: ID! name: String! city: String! floors: Int! }
        """;

    private const string Query = """
        query GetMachine { machine(id: 1) { id name serial building { id city floors } } machines { ...Card } }
        fragment Card on Machine { id name serial }
        """;

    private const string Prelude = """
        using System; using System.Collections.Generic; using System.Linq; using System.Linq.Expressions; using System.Threading.Tasks; using Lathe; using App;
        using M = App.GetMachineQuery.Machine; using B = App.GetMachineQuery.Building;
        """;

    // What reads all but the serial numbers and the floors.
    private const string Uses = """
        static class Uses
        {
            public static void All(GetMachineQuery.Data data)
            {
                Console.WriteLine(data.Machine!.Name + data.Machine.Building!.City);
                foreach (var machine in data.Machines) Console.WriteLine(machine.Name);
            }
        }
        """;

    [Fact]
    public async Task WhatNobodyReadsIsReported() => Assert.Equal(["GQL2050@floors", "GQL2050@serial", "GQL2050@serial"], await Find(""));

    [Theory]
    [InlineData("Console.WriteLine(m.Serial);")]
    [InlineData("var s = m?.Serial;")]
    [InlineData("if (m is { Serial: \"x\" }) return;")]
    [InlineData("var x = m switch { { Serial.Length: > 3 } => 1, _ => 2 };")]
    [InlineData("var x = nameof(M.Serial);")]
    [InlineData("var x = m with { Serial = \"y\" };")]
    [InlineData("var x = new List<M> { m }.Select(one => one.Serial);")]
    [InlineData("Expression<Func<M, string>> x = one => one.Serial;")]
    [InlineData("var (a, b) = (m.Name, m.Serial);")]
    [InlineData("Func<string> f = () => { string Local() => m.Serial; return Local(); };")]
    public async Task AReadKeepsAFieldQuiet(string statement) =>
        Assert.Equal(["GQL2050@floors", "GQL2050@serial"], await Find($"static void Use(M m) {{ {statement} }}"));

    [Theory]
    [InlineData("object o = m;")]
    [InlineData("dynamic d = m; Console.WriteLine(d.Serial);")]
    [InlineData("Console.WriteLine(m);")]
    [InlineData("Console.WriteLine($\"{m}\");")]
    [InlineData("Console.WriteLine(\"\" + m);")]
    [InlineData("var s = m.ToString();")]
    [InlineData("var s = m.GetHashCode();")]
    [InlineData("var s = m == new List<M>()[0];")]
    [InlineData("var s = m.Equals(null);")]
    [InlineData("var s = typeof(M).GetProperties();")]
    [InlineData("var s = System.Text.Json.JsonSerializer.Serialize(m);")]
    [InlineData("var s = System.Text.Json.JsonSerializer.Serialize(new { m });")]
    [InlineData("var s = System.Text.Json.JsonSerializer.Serialize(new List<M> { m });")]
    [InlineData("var s = System.Text.Json.JsonSerializer.Serialize(new Dto(m));")]
    [InlineData("var s = new Dto(m) == new Dto(m);")]
    [InlineData("var s = string.Join(',', new List<M> { m });")]
    [InlineData("var s = new[] { m }.Distinct();")]
    [InlineData("var s = new[] { m }.GroupBy(one => one);")]
    [InlineData("var s = new[] { m }.Contains(m);")]
    [InlineData("var s = new List<M> { m }.IndexOf(m);")]
    [InlineData("var s = new Dictionary<M, int> { [m] = 1 };")]
    [InlineData("var s = (m, 1) == (m, 2);")]
    [InlineData("Show(m);")]
    [InlineData("Box<M>.Show(m);")]
    [InlineData("IShow show = new Shows(); show.Show(m);")]
    [InlineData("IHold<M> hold = null!; hold.Show(m);")]
    [InlineData("foreach (object one in new[] { m }) Console.WriteLine(one);")]
    [InlineData("if (m is object o) Console.WriteLine(o.ToString());")]
    [InlineData("Delegate d = () => m;")]
    [InlineData("Func<object> f = () => m;")]
    [InlineData("object[] all = new[] { m };")]
    [InlineData("IEnumerable<object> all = new[] { m };")]
    [InlineData("object[] all = [m];")]
    [InlineData("List<object> all = [.. new[] { m }];")]
    [InlineData("System.Collections.IEnumerable all = new[] { m };")]
    [InlineData("_ = Task.FromResult<object>(m);")]
    [InlineData("EqualityComparer<M>.Default.Equals(m, m);")]
    [InlineData("string.Format(\"{0}\", m);")]
    [InlineData("Func<M, string> f = Format;")]
    public async Task WhatEscapesKeepsAllBelowQuiet(string statement) => Assert.Equal(["GQL2050@serial"], await Find($$"""
        static void Use(M m) { {{statement}} }
        static void Show<T>(T value) => Console.WriteLine(value);
        static string Format(object value) => "";
        record Dto(M Machine);
        static class Box<T> { public static void Show(T value) { object o = value!; } }
        interface IShow { void Show<T>(T value); }
        class Shows : IShow { public void Show<T>(T value) => Console.WriteLine(value); }
        interface IHold<T> { void Show(T value); }
        class Holds<TValue> : IHold<TValue> { public void Show(TValue value) => Console.WriteLine(value); }
        """));

    [Theory]
    [InlineData("var x = m is null || m == null || null != m;")]
    [InlineData("ArgumentNullException.ThrowIfNull(m);")]
    [InlineData("var x = new[] { m }.Where(one => one.Name == \"\").OrderBy(one => one.Name).ToList().Count;")]
    [InlineData("var x = new Dictionary<string, M> { [m.Name] = m }.Values.First().Name;")]
    [InlineData("IReadOnlyList<M> x = new List<M> { m }; Task.FromResult(x); Func<M> f = () => m; f();")]
    [InlineData("foreach (var one in new[] { m }) Console.WriteLine(one.Name);")]
    [InlineData("List<M> all = [m, .. new[] { m }]; Console.WriteLine(all[0].Name);")]
    [InlineData("var x = Pass(m).Name;")]
    [InlineData("var x = new Holder { Machine = m }.Machine.Name;")]
    [InlineData("if (m is { Name: \"x\" } other) Console.WriteLine(other.Name);")]
    [InlineData("var x = Task.Run(async () => { await Task.Yield(); return m; }).Result.Name;")]
    [InlineData("var x = new[] { (m, 1) }.ToDictionary(one => one.Item1.Name, one => one.m);")]
    public async Task WhatStaysInSightIsStillTold(string statement) => Assert.Equal(["GQL2050@floors", "GQL2050@serial", "GQL2050@serial"], await Find($$"""
        static void Use(M m) { {{statement}} }
        static T Pass<T>(T value) where T : class => value ?? throw new ArgumentNullException(nameof(value));
        class Holder { public M Machine { get; init; } = null!; }
        """));

    [Fact]
    public async Task AFragmentIsReadThroughItsInterface()
    {
        Assert.Equal(["GQL2050@floors", "GQL2050@serial"], await Find("static void Use(ICard card) => Console.WriteLine(card.Serial);"));
        Assert.Equal(["GQL2050@floors", "GQL2050@serial"], await Find("static void Use(ICard card) { object o = card; }"));
        Assert.Equal(
            ["GQL2050@floors", "GQL2050@serial"],
            await Find("} interface IMine { string Serial { get; } } namespace App { partial record Card : IMine; "));
    }

    [Fact]
    public async Task WhatIsAddedToAGeneratedTypeIsReadToo() =>
        Assert.Equal(
            ["GQL2050@floors", "GQL2050@serial"],
            await Find("} namespace App { partial record Card { public string Label => Name + Serial; } "));

    [Fact]
    public async Task WhatOtherGeneratorsMakeIsReadToo()
    {
        const string Razor = "// <auto-generated/>\nclass Page { void Build(App.GetMachineQuery.Building b) => System.Console.WriteLine(b.Floors); }";
        Assert.Equal(["GQL2050@serial", "GQL2050@serial"], await Find("", others: ("/p/obj/Page_razor.g.cs", Razor)));
    }

    [Fact]
    public async Task WhatAttributesNameIsRead() =>
        Assert.Equal(["GQL2050@floors", "GQL2050@serial"], await Find("[Obsolete(nameof(M.Serial))] static void Old() { }"));

    [Fact]
    public async Task WhatAnotherTargetReadsIsQuiet() =>
        Assert.Equal(["GQL2050@floors"], await Find("\n#if NET99\nstatic void Use(M m) => Console.WriteLine(m.Serial);\n#endif\n"));

    [Fact]
    public async Task APublicClientOfALibraryIsQuiet()
    {
        Assert.Empty(await Find("", isLibrary: true));
        Assert.NotEmpty(await Find("", isLibrary: true, config: """ "accessibility": "internal" """));
        Assert.Empty(await Find("[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"T\")]", isLibrary: true, config: """ "accessibility": "internal" """));
        Assert.Empty(await Find("[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"T\")]"));
    }

    [Fact]
    public async Task WhatFriendsReadDoesNotCountWhereTheProjectSaysSo()
    {
        const string Friend = "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"T\")]";
        Assert.Equal(["GQL2050@floors", "GQL2050@serial", "GQL2050@serial"], await Find(Friend, usage: "alone"));
        Assert.NotEmpty(await Find("", isLibrary: true, usage: "alone"));
    }

    [Fact]
    public async Task WhatIsUsedIsNotedOnDemand()
    {
        var noted = await Find("", isLibrary: true, usage: "log");
        Assert.StartsWith("GQL2054@What App uses of generated clients is noted", Assert.Single(noted), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatTheConfigurationNamesIsQuiet() =>
        Assert.Equal(["GQL2050@floors"], await Find("", config: """ "keepFields": ["Machine.serial", "Building.name"] """));

    [Fact]
    public async Task ASuppressedLineIsQuiet() =>
        Assert.Empty(await Find(
            "",
            query: Query.Replace("\n", " # lathe-disable-line GQL2050\n", StringComparison.Ordinal) + " # lathe-disable-line GQL2050"));

    [Fact]
    public async Task CasesAreToldApart()
    {
        const string Things = "query Things { things { ... on Machine { name serial } ... on Building { name city floors } } }";
        const string Code = """
            static void Use(ThingsQuery.Data data)
            {
                foreach (var thing in data.Things)
                    Console.WriteLine(thing switch { ThingsQuery.Machine machine => machine.Serial, ThingsQuery.Building { City: var city } => city, _ => "" });
            }
            """;
        Assert.Equal(["GQL2050@floors", "GQL2050@name", "GQL2050@name"], await Find(Code, query: Things, uses: ""));
    }

    [Fact]
    public async Task AnOperationThatNobodySendsIsReportedAndItsFragments()
    {
        const string Documents = """
            query Used { machine(id: 1) { name ...Shared } }
            query Unused { machine(id: 1) { serial ...Shared ...Own } }
            query ByType { machine(id: 1) { serial } }
            mutation Sent { rename(id: 1, name: "") { id serial } }
            fragment Shared on Machine { building { city } }
            fragment Own on Machine { parts { name } }
            """;
        const string Code = """
            static async Task Use(IGraphQLClient client)
            {
                var result = await client.UsedAsync();
                Console.WriteLine(result.RequireData().Machine!.Name + result.Data!.Machine!.Building?.City);
                await client.SentAsync();
                await client.SendAsync(ByTypeQuery.Operation);
            }
            """;
        Assert.Equal(["GQL2051@query Unused", "GQL2052@fragment Own"], await Find(Code, query: Documents, uses: ""));
    }

    [Fact]
    public async Task WhatPagesAreTurnedByIsQuiet()
    {
        const string Paged = """
            query Items($after: String) { items(first: 10, after: $after) { nodes { name serial } pageInfo { hasNextPage endCursor } } }
            """;
        const string Code = """
            static async Task Use(IGraphQLClient client)
            {
                await foreach (var item in client.AllItemsAsync(new ItemsQuery.Variables()))
                    Console.WriteLine(item.Name);
            }
            """;
        Assert.Equal(["GQL2050@serial"], await Find(Code, query: Paged, uses: ""));
    }

    [Fact]
    public async Task WhatIsOnlySentIsNotToldOf() => Assert.Empty(
        await Find("static async Task Use(IGraphQLClient client) => Console.WriteLine((await client.GetMachineAsync()).HasErrors);", uses: ""));

    [Fact]
    public async Task AnUnusedFieldIsToldOnceWithAllBelowIt() => Assert.Equal(
        ["GQL2050@building"],
        await Find(
            "static void Use(GetMachineQuery.Data data) => Console.WriteLine(data.Machine!.Name);",
            uses: "",
            query: "query GetMachine { machine(id: 1) { name building { city floors } } }"));

    private static Task<string[]> Find(
        string members,
        string query = Query,
        string uses = Uses,
        string config = "",
        bool isLibrary = false,
        string usage = "",
        params (string Path, string Text)[] others)
    {
        var attributes = members.StartsWith("[assembly", StringComparison.Ordinal);
        var main = isLibrary ? "" : "static void Main() { }";
        var prelude = query == Query ? Prelude : Prelude[..Prelude.IndexOf("using M", StringComparison.Ordinal)];
        var code = $"{prelude}\n{(attributes ? members : "")}\n{uses}\nstatic partial class Program {{ {main} {(attributes ? "" : members)} }}";
        var settings = $$$"""{ "schema": "s.graphql", "documents": "*.graphql", "extensions": { "lathe": { "client": "GraphQLClient", "namespace": "App", {{{(config.Length > 0 ? config : "\"endpoint\": \"https://x.example\"")}}} } } }""";
        (string, string)[] files = [("/p/s.graphql", Schema), ("/p/q.graphql", query), ("/p/.graphqlrc.json", settings)];
        return UnusedProject.FindAsync(code, files, isLibrary, usage, others);
    }
}

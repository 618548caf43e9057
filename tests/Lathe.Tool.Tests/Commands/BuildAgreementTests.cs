using System.Globalization;
using Lathe.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Lathe.Tool.Tests.Commands;

/// <summary>One project, looked at by a build and by the tool: the same ids with the same text at the same places.</summary>
public sealed class BuildAgreementTests
{
    private const string Schema =
        "type Query { machines(limit: Int): [Machine!]! }\ntype Machine { id: ID! name: String price: Money }\nscalar Money\n";

    private const string Plain = """{"schema":"s.graphql"}""";

    /// <summary>Gets the configuration, a document and how many findings there are at least.</summary>
    public static TheoryData<string, string, int> Projects => new()
    {
        { """{"schema":["**/*.graphql","!mixed.graphql"]}""", "query A { machines { id } }", 0 },
        { """{"schema":["**/*.graphql","!mixed.graphql"],"documents":"Queries/**"}""", "query A { machines { nam } }", 1 },
        { """{"schema":"s*.graphql","documents":"Queries/*.graphql"}""", "query A($x: Int) { machines { id } }", 1 },
        { """{"schema":["s.graphql","Queries/q.graphql"]}""", "query A { machines { id } }", 1 },
        { """{"schema":"none.graphql"}""", "query A { machines { id } }", 1 },
        { """{"schema":["s.graphql","none.graphql"]}""", "query A { machines { nam } }", 2 },
        { """{"schema":"s.txt"}""", "query A { machines { id } }", 1 },
        { """{"schema":["s.graphql","*.json"]}""", "query A { machines { id } }", 1 },
        { """{"schema":"https://example.com/graphql"}""", "query A { machines { id } }", 1 },
        { """{"schema":"s.graphql","documents":"Querys/*.graphql"}""", "query A { machines { id } }", 1 },
        { """{"schema":"s.graphql","include":["Queries/**","gone/**"],"exclude":"**/none/*"}""", "query A { machines { id } }", 1 },
        {
            "{\"schema\":\"s.graphql\",\n\"extensions\":{\"lathe\":{\"scalars\":{\"Mony\":\"decimal\",\"Machine\":\"int\"}}}}",
            "query A { machines { id } }",
            2
        },
        {
            "{\"schema\":\"s.graphql\",\n\"extensions\":{\"lathe\":{\"clint\":\"C\",\"limits\":{\"maxDepth\":\"ten\"}}}}",
            "query A { machines { nam } }",
            3
        },
        { """{"schema":"s.graphql","schema":"s.graphql"}""", "query A { machines { id } }", 1 },
        { """{"documents":"*.graphql"}""", "query A { machines { id } }", 1 },
        { """{"schema":"s.graphql",}""", "query A { machines { id } }", 1 },
        { """{"projects":{"a":{"schema":"s.graphql"},"b":{"schema":"gone.graphql"}}}""", "query A { machines { nam } }", 2 },
        { """{"schema":"mixed.graphql"}""", "query A { machines { nam } }", 3 },
        { """{"schema":"s.graphql"}""", "query A { machines { id } }\ntype Late { id: ID }\nextend schema { query: Query }\nextend type Machine { more: Int }\ndirective @d on FIELD", 4 },
        { """{"schema":"s.graphql"}""", "query A { machines { id }\nquery B { machines { ...Gone } }", 1 },
        { """{"schema":"s.graphql"}""", "query A { machines { ...Gone } }\nquery A { machines { id } }\nquery B { machines(limit: \"1\") { id } }", 3 },
        { Plain, "query A { machines { id } }\nquery A { machines { nam } }\nfragment F on Machine { id }\nfragment F on Machine { nam }\nquery B { "
            + "machines { ...F } }", 2 },
        { Plain, "query A { machines { ...F } }\nquery A($x: ID) { machines { ...F nam } }\nfragment F on Machine { id nam }", 2 },
        { Plain, "query A { machines { ...Crd } }\nquery B { machines { ...Card } }\nfragment Card on Machine { id ...Car }\nfragment Cart on "
            + "Machine { id }", 3 },
        { """{"schema":"s.graphql","documents":["Queries/q.graphql","mixed.graphql"]}""", "query Lost { machines { id } }", 2 },
        { Plain, "{ machines { id } }", 1 },
        { Plain, "{ machines { nam } }", 2 },
        { Plain, "{ machines { ...F } }\n{ machines(limit: $x) { id } }\nfragment F on Machine { nam }", 4 },
        { Plain, "query B { machines { nam } }\n{ nope }\nmutation { nope }", 3 },
        { Plain, "# lathe-disable-next-line\nquery A { machines { id } }\n# lathe-disable-file GQL2001,all -- why\n# lathe-disable GQL2001", 3 },
        { Plain, "# lathe-disable-file GQL0012, GQL1004\nquery A { machines { nam } } # lathe-disable-line", 2 },
        { """{"schema":"api/s.graphql","documents":"Queries/*.graphql"}""", "query A { machines { id } }", 1 },
        { """{"schema":"other/mixed.graphql","documents":"q.graphql"}""", "query A { machines { id } }", 2 },
        { """{"schema":"s.graphql","documents":"Queries"}""", "query A { machines { id } }", 1 },
        { """{"projects":{"a":{"schema":"s.graphql","documents":"Queries/*"},"b":{"schema":"s.graphql","documents":"Queries/*"}}}""", "query A { machines { nam } } # lathe-disable-line", 2 },
    };

    /// <summary>Gets a document and how many pieces of advice there are.</summary>
    public static TheoryData<string, int> Advised => new()
    {
        { "query A { machines { id old } parts { id } }\nquery B($by: By = { old: 1 }) { machines(by: $by, limit: 1, sort: DOWN) { old } }\nfragment "
            + "Lost on Machine { old }", 9 },
        { "# lathe-disable-file GQL2001, GQL2012 -- known\nquery A { machines { id old } parts { id } }\nfragment Lost on Machine { old }", 2 },
        { "query A { machines(limit: 1) { old } } # lathe-disable-line GQL2001 -- known\nquery B { machines(limit: 1) {\n # lathe-disable-next-line "
            + "GQL2001\n old } }", 0 },
        { "# lathe-disable-next-line GQL2010\nquery A { machines(limit: 1) { id } parts { id } }", 1 },
        { "# lathe-disable-next-line GQL2005 -- for later\nfragment Lost on Machine { id }", 0 },
        { "# lathe-disable-next-line -- all of it\nquery A { machines(limit: 1) { old } }", 2 },
    };

    [Theory]
    [MemberData(nameof(Projects))]
    public async Task ValidateSaysWhatTheBuildSays(string configuration, string document, int atLeast)
    {
        (string Path, string Text)[] files =
        [
            ("s.graphql", Schema), ("s.txt", Schema),
            ("mixed.graphql", "type Query { machines: [Machine] } type Machine { id: ID }\nquery Lost { machines { id } }\nfragment Gone on Machine "
                + "{ id }"),
            ("Queries/q.graphql", document), ("package.json", "{}"), (".graphqlrc.json", configuration),
        ];
        using var run = new ToolRun(files);
        var built = Build(run.Folder, files)
            .Where(one => !IsAdvice(one))
            .Select(one => Show(one, run.Folder))
            .Order(StringComparer.Ordinal)
            .ToArray();

        var code = await run.RunAsync("validate", "--format", "json");

        Assert.Equal(built, Told(run, "{0}: {1} {2}: {3}"));
        Assert.True(built.Length >= atLeast, string.Join('\n', built));
        Assert.Equal(Array.Exists(built, one => one.Contains(": error", StringComparison.Ordinal)), code != 0);
    }

    [Theory]
    [InlineData("type Machine { id: ID! name: String id: ID }", 1)]
    [InlineData("# lathe-disable-next-line GQL1054 -- as the server has it\ntype Machine { id: ID! name: String id: ID }", 0)]
    [InlineData("# lathe-disable-next-line\ntype Machine { id: ID! name: Gone }", 1)]
    public async Task WhatIsWrongWithTheSchemaIsSaidAsTheBuildSaysIt(string machine, int count)
    {
        (string Path, string Text)[] files =
        [
            ("s.graphql", $"type Query {{ machines: [Machine] }}\n{machine}\n"), ("q.graphql", "query A { machines { id name } }"),
            (".graphqlrc.json", Plain),
        ];
        using var run = new ToolRun(files);
        var built = Build(run.Folder, files).Select(one => Show(one, run.Folder)).Order(StringComparer.Ordinal).ToArray();

        await run.RunAsync("validate", "--format", "json");

        Assert.Equal(built, Told(run, "{0}: {1} {2}: {3}"));
        Assert.Equal(count, built.Length);
    }

    [Theory]
    [MemberData(nameof(Advised))]
    public async Task OperationsCheckAdvisesWhatTheBuildAdvises(string document, int count)
    {
        const string Configuration = """{"schema":"s.graphql","extensions":{"lathe":{"limits":{"maxNodes":1,"requireListLimit":true}}}}""";
        const string Types = """
            type Query { machines(limit: Int, by: By, sort: Order): [Machine!]! parts(first: Int): [Machine!]! }
            type Machine { id: ID! old: String @deprecated(reason: "Use id.") }
            input By { id: ID old: ID @deprecated(reason: "Use id.") }
            enum Order { UP DOWN @deprecated(reason: "Use UP.") }
            """;
        (string Path, string Text)[] files = [("s.graphql", Types), ("q.graphql", document), (".graphqlrc.json", Configuration)];
        using var run = new ToolRun(files);
        var built = Build(run.Folder, files)
            .Select(one => Show(one, run.Folder).Replace(": warning ", ": ", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToArray();

        await run.RunAsync("operations", "check", "--format", "json");

        // What is over a limit is an error to the check alone.
        Assert.Equal(built, Told(run, "{0}: {2}: {3}"));
        Assert.Equal(count, built.Length);
    }

    private static string[] Told(ToolRun run, string form) =>
    [
        .. new[] { "errors", "warnings" }.SelectMany(level => run.Json.GetProperty(level).EnumerateArray().Select(finding => string.Format(
            CultureInfo.InvariantCulture,
            form,
            $"{finding.GetProperty("file")}({finding.GetProperty("line")},{finding.GetProperty("column")})",
            level.TrimEnd('s'),
            finding.GetProperty("code"),
            finding.GetProperty("message")))).Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<Diagnostic> Build(string folder, (string Path, string Text)[] files)
    {
        var texts = files.Select(file => (AdditionalText)new BuildFile(Path.Combine(folder, file.Path), file.Text));
        var driver = CSharpGeneratorDriver.Create([new LatheGenerator().AsSourceGenerator()], additionalTexts: texts)
            .RunGenerators(CSharpCompilation.Create("App"), TestContext.Current.CancellationToken);
        return driver.GetRunResult().Diagnostics.Where(one => one.Severity >= DiagnosticSeverity.Warning);
    }

    // Advice on what operations ask for is a matter of 'lathe operations check'.
    private static bool IsAdvice(Diagnostic one) => one.Id.StartsWith("GQL2", StringComparison.Ordinal);

    private static string Show(Diagnostic one, string folder)
    {
        var place = one.Location.GetLineSpan();
        return $"{Path.GetRelativePath(folder, place.Path)}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1}): "
            + $"{one.Severity.ToString().ToLowerInvariant()} {one.Id}: {one.GetMessage(CultureInfo.InvariantCulture)}";
    }

    private sealed class BuildFile(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}

using Lathe.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Lathe.Tool.Tests.Commands;

/// <summary>One project, looked at by a build and by <c>lathe validate</c>: the same ids at the same places.</summary>
public sealed class BuildAgreementTests
{
    private const string Schema = "type Query { machines(limit: Int): [Machine!]! }\ntype Machine { id: ID! name: String price: Money }\nscalar Money\n";

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
        { "{\"schema\":\"s.graphql\",\n\"extensions\":{\"lathe\":{\"scalars\":{\"Mony\":\"decimal\",\"Machine\":\"int\"}}}}", "query A { machines { id } }", 2 },
        { "{\"schema\":\"s.graphql\",\n\"extensions\":{\"lathe\":{\"clint\":\"C\",\"limits\":{\"maxDepth\":\"ten\"}}}}", "query A { machines { nam } }", 3 },
        { """{"schema":"s.graphql","schema":"s.graphql"}""", "query A { machines { id } }", 1 },
        { """{"documents":"*.graphql"}""", "query A { machines { id } }", 1 },
        { """{"schema":"s.graphql",}""", "query A { machines { id } }", 1 },
        { """{"projects":{"a":{"schema":"s.graphql"},"b":{"schema":"gone.graphql"}}}""", "query A { machines { nam } }", 2 },
        { """{"schema":"mixed.graphql"}""", "query A { machines { nam } }", 3 },
        { """{"schema":"s.graphql"}""", "query A { machines { id } }\ntype Late { id: ID }\nextend schema { query: Query }\nextend type Machine { more: Int }\ndirective @d on FIELD", 4 },
        { """{"schema":"s.graphql"}""", "query A { machines { id }\nquery B { machines { ...Gone } }", 1 },
        { """{"schema":"s.graphql"}""", "query A { machines { ...Gone } }\nquery A { machines { id } }\nquery B { machines(limit: \"1\") { id } }", 3 },
    };

    [Theory]
    [MemberData(nameof(Projects))]
    public async Task ValidateSaysWhatTheBuildSays(string configuration, string document, int atLeast)
    {
        (string Path, string Text)[] files = [("s.graphql", Schema), ("s.txt", Schema), ("mixed.graphql", "type Query { machines: [Machine] } type Machine { id: ID }\nquery Lost { machines { id } }\nfragment Gone on Machine { id }"), ("Queries/q.graphql", document), ("package.json", "{}"), (".graphqlrc.json", configuration)];
        using var run = new ToolRun(files);
        var built = Build(run.Folder, files);

        var code = await run.RunAsync("validate", "--format", "json");

        Assert.Equal(built, Told(run));
        Assert.True(built.Length >= atLeast, string.Join('\n', built));
        Assert.Equal(Array.Exists(built, one => one.Contains(": error", StringComparison.Ordinal)), code != 0);
    }

    private static string[] Told(ToolRun run) =>
    [
        .. new[] { "errors", "warnings" }.SelectMany(level => run.Json.GetProperty(level).EnumerateArray().Select(finding =>
            $"{finding.GetProperty("file")}({finding.GetProperty("line")},{finding.GetProperty("column")}): {level.TrimEnd('s')} {finding.GetProperty("code")}")).Order(StringComparer.Ordinal),
    ];

    private static string[] Build(string folder, (string Path, string Text)[] files)
    {
        var texts = files.Select(file => (AdditionalText)new BuildFile(Path.Combine(folder, file.Path), file.Text));
        var driver = CSharpGeneratorDriver.Create([new LatheGenerator().AsSourceGenerator()], additionalTexts: texts)
            .RunGenerators(CSharpCompilation.Create("App"), TestContext.Current.CancellationToken);
        var found = driver.GetRunResult().Diagnostics.Where(one => one.Severity >= DiagnosticSeverity.Warning && !IsAdvice(one));
        return [.. found.Select(one => Show(one, folder)).Order(StringComparer.Ordinal)];
    }

    // Advice on what operations ask for is a matter of 'lathe operations check'.
    private static bool IsAdvice(Diagnostic one) => one.Id.StartsWith("GQL2", StringComparison.Ordinal);

    private static string Show(Diagnostic one, string folder)
    {
        var place = one.Location.GetLineSpan();
        return $"{Path.GetRelativePath(folder, place.Path)}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1}): {one.Severity.ToString().ToLowerInvariant()} {one.Id}";
    }

    private sealed class BuildFile(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}

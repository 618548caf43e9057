using System.Text.Json;
using System.Text.RegularExpressions;
using Lathe.Language.Changes;
using Lathe.Language.Schemas;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Tests.Changes;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem.Validation;
using Lathe.Language.Validation;

namespace Lathe.Language.Tests.Conformance;

/// <summary>
/// Random documents, schemas and diffs with the reference's verdict, as <c>tests/fuzz/fuzz.sh</c> makes them. <c>LATHE_FUZZ</c> names the folder;
/// without it there is nothing to compare. Each test writes how many agree and how many differ, and by which kind of error.
/// </summary>
public sealed class FuzzTests
{
    // Changes that the reference does not report.
    private static readonly Regex OnlyOurs = new("^(ROOT_TYPE|ONE_OF|SPECIFIED_BY|.*_BECAME_REQUIRED$)", RegexOptions.None, TimeSpan.FromSeconds(1));

    [Fact]
    public void RandomDocumentsAgree() => CompareDocuments("query.jsonl", allowsFragmentArguments: false);

    [Fact]
    public void RandomDocumentsWithFragmentArgumentsAgree() => CompareDocuments("arguments.jsonl", allowsFragmentArguments: true);

    private static void CompareDocuments(string file, bool allowsFragmentArguments)
    {
        var schema = SchemaReader.Read([new SourceText("schema.graphql", File.ReadAllText(PathOf("schema.graphql")))]);
        Compare(file, line =>
        {
            var document = DocumentParser.Parse(new SourceText("d.graphql", line.GetProperty("document").GetString()!), allowsFragmentArguments);
            var errors = DocumentValidator.Validate(schema, [document], ValidationOptions.Strict);
            return (Expected(line.GetProperty("errors")), document.Errors.Concat(errors.Where(error => error.Descriptor != FragmentArgumentsRule.Descriptor)).Select(NextCases.Show));
        });
    }

    [Fact]
    public void RandomSchemasAgree() => Compare("schema.jsonl", line =>
    {
        var schema = SchemaReader.Read([new SourceText("s.graphql", line.GetProperty("document").GetString()!)]);
        var all = SchemaValidator.Validate(schema);
        if (line.GetProperty("syntaxError").ValueKind != JsonValueKind.Null)
            return (["refused"], all.Any(error => error.Descriptor.Rule == "Syntax") ? ["refused"] : []);
        var errors = all.Where(error => error.Descriptor.Id is not ("GQL0016" or "GQL1094" or "GQL1095" or "GQL1096"));
        return (Expected(line.GetProperty("errors")), errors.Select(NextCases.Show));
    });

    [Fact]
    public void RandomDiffsAgree() => Compare("diff.jsonl", line =>
    {
        var changes = SchemaPair.Compare(line.GetProperty("old").GetString()!, line.GetProperty("document").GetString()!);
        var expected = new[] { "breaking", "dangerous" }.SelectMany(
            level => line.GetProperty(level).EnumerateArray().Select(change => $"{level} {change.GetProperty("type").GetString()}"));
        var actual = changes.Where(change => change.Criticality != ChangeCriticality.Safe && !OnlyOurs.IsMatch(change.Code))
            .Select(change => $"{change.Criticality.ToString().ToLowerInvariant()} {change.Code}");
        return (expected, actual);
    });

    // An error without a rule is one by which the reference gives up building the schema: ours goes on and says more.
    private static IEnumerable<string> Expected(JsonElement errors) => errors.EnumerateArray()
        .Where(error => !error.TryGetProperty("rule", out var rule) || rule.ValueKind == JsonValueKind.String)
        .Select(NextCases.Show);

    private static string PathOf(string file)
    {
        if (Environment.GetEnvironmentVariable("LATHE_FUZZ") is not { Length: > 0 } folder || !File.Exists(Path.Combine(folder, file)))
        {
            Assert.Skip($"LATHE_FUZZ names no folder with {file}: tests/fuzz/fuzz.sh makes one.");
            return string.Empty;
        }

        return Path.Combine(folder, file);
    }

    private static void Compare(string file, Func<JsonElement, (IEnumerable<string> Expected, IEnumerable<string> Actual)> judge)
    {
        var (count, differing) = (0, 0);
        var kinds = new SortedDictionary<string, (int Count, string Example)>(StringComparer.Ordinal);
        foreach (var text in File.ReadLines(PathOf(file)))
        {
            using var line = JsonDocument.Parse(text);
            var (expected, actual) = judge(line.RootElement);
            var (wanted, got) = (expected.Distinct().ToHashSet(), actual.Distinct().ToHashSet());
            count++;
            if (wanted.SetEquals(got))
                continue;
            differing++;
            var more = got.Except(wanted).Select(one => "extra " + Kind(one));
            foreach (var kind in wanted.Except(got).Select(one => "missing " + Kind(one)).Concat(more).Distinct())
                kinds[kind] = kinds.TryGetValue(kind, out var known)
                    ? (known.Count + 1, known.Example)
                    : (1, $"line {line.RootElement.GetProperty("i")}");
        }

        var summary = string.Join("; ", kinds.Select(kind => $"{kind.Key}: {kind.Value.Count} ({kind.Value.Example})"));
        TestContext.Current.TestOutputHelper!.WriteLine($"{file}: {count - differing} of {count} agree. {summary}");
        Assert.True(differing * 20 <= count, $"{differing} of {count} differ: {summary}");
    }

    private static string Kind(string shown) => shown.Contains(':', StringComparison.Ordinal) ? shown.Split(' ')[0] : shown;
}

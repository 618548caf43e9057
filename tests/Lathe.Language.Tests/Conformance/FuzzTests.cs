using System.Text.Json;
using System.Text.RegularExpressions;
using Lathe.Language.Changes;
using Lathe.Language.Fragments;
using Lathe.Language.Projects;
using Lathe.Language.Schemas;
using Lathe.Language.Syntax;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Tests.Changes;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem;
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
    private static readonly Regex s_onlyOurs =
        new("^(ROOT_TYPE|ONE_OF|SPECIFIED_BY|.*_BECAME_REQUIRED$)", RegexOptions.None, TimeSpan.FromSeconds(1));

    [Fact]
    public void RandomDocumentsAgree() => CompareDocuments("query.jsonl", allowsFragmentArguments: false);

    [Fact]
    public void RandomDocumentsWithFragmentArgumentsAgree() => CompareDocuments("arguments.jsonl", allowsFragmentArguments: true);

    /// <summary>
    /// Writes what is sent for valid documents with fragment arguments to <c>sent.jsonl</c>, which <c>sent.mjs</c> runs in the reference
    /// implementation.
    /// </summary>
    [Fact]
    public void WhatIsSentForFragmentArgumentsIsValid()
    {
        var schema = SchemaReader.Read([new SourceText("schema.graphql", File.ReadAllText(PathOf("schema.graphql")))]);
        var sent = new List<string>();
        foreach (var text in File.ReadLines(PathOf("arguments.jsonl")))
        {
            using var line = JsonDocument.Parse(text);
            var document = line.RootElement.GetProperty("document").GetString()!;
            var parsed = DocumentParser.Parse(new SourceText("d.graphql", document), allowsFragmentArguments: true);
            if (parsed.Errors.Count > 0 || DocumentValidator.Validate(schema, [parsed], ValidationOptions.Strict).Count > 0)
                continue;
            sent.AddRange(Sent(schema, parsed).Select(one => JsonSerializer.Serialize(new { document, operation = one.Name, sent = one.Body })));
        }

        File.WriteAllLines(PathOf("arguments.jsonl").Replace("arguments.jsonl", "sent.jsonl", StringComparison.Ordinal), sent);
        Assert.NotEmpty(sent);
    }

    private static IEnumerable<(string Name, string Body)> Sent(Schema schema, DocumentSyntax document)
    {
        var index = new DocumentIndex([document]);
        foreach (var operation in index.Operations.Where(operation => operation.Name is not null))
        {
            var fragments = index.Graph.Reach(operation.SelectionSet);
            if (!fragments.Any(fragment => fragment.VariableDefinitions.Count > 0))
                continue;
            var body = new RequestDocument(new TypenameNeeds(schema, index.FindFragment), FieldType, TestContext.Current.CancellationToken)
                .Write(operation, schema.FindRootTypeName(operation.OperationType)!, fragments);
            var parsed = DocumentParser.Parse(new SourceText("sent.graphql", body));
            Assert.Empty(
                parsed.Errors.Concat(DocumentValidator.Validate(schema, [parsed], ValidationOptions.Strict)).Select(error => error.ToString()));
            yield return (operation.Name!.Value, body);
        }

        string? FieldType(string type, string field) => schema.FindType(type) is { } parent ? schema.FindField(parent, field)?.Type.NamedType : null;
    }

    private static void CompareDocuments(string file, bool allowsFragmentArguments)
    {
        var schema = SchemaReader.Read([new SourceText("schema.graphql", File.ReadAllText(PathOf("schema.graphql")))]);
        Compare(file, FuzzDifference.OfDocuments, line =>
        {
            var document = DocumentParser.Parse(new SourceText("d.graphql", line.GetProperty("document").GetString()!), allowsFragmentArguments);
            var errors = DocumentValidator.Validate(schema, [document], ValidationOptions.Strict);
            var expected = Expected(line.GetProperty("errors")).ToHashSet();
            var ours = document.Errors.Concat(errors.Where(error => error.Descriptor != FragmentArgumentsRule.Descriptor));
            return (expected, ours.Select(
                error => expected.Contains(NextCases.Show(error)) ? NextCases.Show(error) : $"{NextCases.Show(error)} {error.Message}"));
        });
    }

    [Fact]
    public void RandomSchemasAgree() => Compare("schema.jsonl", FuzzDifference.OfSchemas, line =>
    {
        var schema = SchemaReader.Read([new SourceText("s.graphql", line.GetProperty("document").GetString()!)]);
        var all = SchemaValidator.Validate(schema);
        if (line.GetProperty("syntaxError").ValueKind != JsonValueKind.Null)
            return (["refused"], all.Any(error => error.Descriptor.Rule == "Syntax") ? ["refused"] : []);
        var errors = all.Where(error => error.Descriptor.Id is not ("GQL0016" or "GQL1094" or "GQL1095" or "GQL1096"));
        return (Expected(line.GetProperty("errors")), errors.Select(NextCases.Show));
    });

    [Fact]
    public void RandomDiffsAgree() => Compare("diff.jsonl", FuzzDifference.OfDiffs, line =>
    {
        var changes = SchemaPair.Compare(line.GetProperty("old").GetString()!, line.GetProperty("document").GetString()!);
        var expected = new[] { "breaking", "dangerous" }.SelectMany(
            level => line.GetProperty(level).EnumerateArray().Select(change => $"{level} {change.GetProperty("type").GetString()}"));
        var actual = changes.Where(change => change.Criticality != ChangeCriticality.Safe && !s_onlyOurs.IsMatch(change.Code))
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

    private static void Compare(
        string file, IReadOnlyList<FuzzDifference> intended, Func<JsonElement, (IEnumerable<string> Expected, IEnumerable<string> Actual)> judge)
    {
        var (count, differing, onPurpose) = (0, 0, 0);
        var kinds = new SortedDictionary<string, (int Count, string Example)>(StringComparer.Ordinal);
        foreach (var text in File.ReadLines(PathOf(file)))
        {
            using var line = JsonDocument.Parse(text);
            var (expected, actual) = judge(line.RootElement);
            var (wanted, got) = (expected.Distinct().ToHashSet(), actual.Distinct().ToHashSet());
            count++;
            if (wanted.SetEquals(got))
                continue;
            var more = got.Except(wanted).Where(one => !IsIntended(one, true)).Select(one => "extra " + Kind(one));
            var differences = wanted.Except(got)
                .Where(one => !IsIntended(one, false))
                .Select(one => "missing " + Kind(one))
                .Concat(more)
                .Distinct()
                .ToList();
            _ = differences.Count == 0 ? onPurpose++ : differing++;
            foreach (var kind in differences)
                kinds[kind] = kinds.TryGetValue(kind, out var known)
                    ? (known.Count + 1, known.Example)
                    : (1, Describe(line.RootElement, wanted, got));

            bool IsIntended(string one, bool isOurs) => intended.Any(difference => difference.Covers(line.RootElement, one, isOurs));
        }

        var summary = string.Join("; ", kinds.Select(kind => $"{kind.Key}: {kind.Value.Count} ({kind.Value.Example})"));
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{file}: {count - differing - onPurpose} of {count} agree, {onPurpose} differ on purpose, {differing} otherwise. {summary}");
        Assert.True(differing == 0, $"{differing} of {count} differ: {summary}");
    }

    private static string Describe(JsonElement line, HashSet<string> wanted, HashSet<string> got) =>
        $"line {line.GetProperty("i")}: missing [{string.Join(" | ", wanted.Except(got))}] extra [{string.Join(" | ", got.Except(wanted))}]";

    private static string Kind(string shown) => shown.Contains(':', StringComparison.Ordinal) ? shown.Split(' ')[0] : shown;
}

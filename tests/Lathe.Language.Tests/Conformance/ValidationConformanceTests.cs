using System.Text.Json;
using Lathe.Language.Errors;
using Lathe.Language.Schemas;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation;
using Lathe.TestSupport;

namespace Lathe.Language.Tests.Conformance;

/// <summary>The reference implementation's errors for each document: the same rules, messages and places.</summary>
public sealed class ValidationConformanceTests
{
    // Rules that only the newest reference has: the older one's verdict under "all rules" knows nothing of them.
    private static readonly HashSet<string> s_newestOnly =
    [
        "KnownOperationTypes", "DeferStreamDirectiveLabel", "DeferStreamDirectiveOnRootField",
        "DeferStreamDirectiveOnValidOperations", "StreamDirectiveOnListField",
    ];

    [Fact]
    public void EveryCaseAgreesUnderItsRule()
    {
        var differences = new List<string>();
        var count = 0;
        foreach (var testCase in Cases())
        {
            if (testCase.GetProperty("rule").GetString() is not { } rule || IsLint(rule))
                continue;
            count++;
            rule = WithoutSuffix(rule);
            if (NewestUnderRule(testCase, rule) is { } newest)
            {
                Compare(
                    testCase,
                    newest,
                    Validate(testCase, new ValidationOptions { ReportUnusedFragments = true, OnlyRules = [rule] }),
                    differences,
                    NextCases.Show);
                continue;
            }

            var expected = ExpectedUnderRule(testCase, rule);
            Compare(testCase, expected, Validate(testCase, new ValidationOptions { ReportUnusedFragments = true, OnlyRules = [rule] }), differences);
        }

        Assert.True(count > 200, $"Only {count} cases were found.");
        Assert.True(differences.Count == 0, $"{differences.Count} of {count} differ:\n{string.Join('\n', differences)}");
    }

    [Fact]
    public void EveryCaseAgreesUnderAllRules()
    {
        var differences = new List<string>();
        foreach (var testCase in Cases())
        {
            if (testCase.TryGetProperty("variants", out var variants) && variants.TryGetProperty("17.1.0", out var newest))
            {
                // Where the newest reference says something else, its words differ too: kind and place count.
                var errors = newest.GetProperty("allRulesErrors").EnumerateArray().Select(NextCases.Show).ToList();
                Compare(testCase, errors, Validate(testCase, ValidationOptions.Strict), differences, NextCases.Show);
                continue;
            }

            var expected = Describe(ConformanceCase.Current(testCase).GetProperty("allRulesErrors"), null);
            var actual = Validate(testCase, ValidationOptions.Strict).Where(error => !s_newestOnly.Contains(error.Descriptor.Rule)).ToList();
            Compare(testCase, expected, actual, differences);
        }

        Assert.True(differences.Count == 0, $"{differences.Count} differ:\n{string.Join('\n', differences)}");
    }

    [Fact]
    public void DeprecatedUsesAreFoundWhereTheReferenceFindsThem()
    {
        var differences = new List<string>();
        var options = ValidationOptions.Advice with
        {
            OnlyRules = ["DeprecatedField", "DeprecatedArgument", "DeprecatedEnumValue", "DeprecatedInputField"],
        };
        var cases = Cases().Where(testCase => testCase.GetProperty("rule").GetString() == "NoDeprecatedCustomRule").ToList();
        foreach (var testCase in cases)
        {
            var expected = testCase.GetProperty("expectedErrors").EnumerateArray().Select(error => WithoutRule(Describe("", error))).ToList();
            Compare(testCase, expected, Validate(testCase, options), differences, error => WithoutRule(Describe(error)));
        }

        Assert.NotEmpty(cases);
        Assert.True(differences.Count == 0, $"{differences.Count} of {cases.Count} differ:\n{string.Join('\n', differences)}");
    }

    private static string WithoutRule(string text) => text[text.IndexOf(" at ", StringComparison.Ordinal)..];

    private static List<JsonElement> Cases()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(SharedFolder.Require("conformance/dev/validation.json")));
        return [
            .. file.RootElement.Clone().GetProperty("cases").EnumerateArray().Where(testCase => testCase.GetProperty("kind").GetString() == "query"),
        ];
    }

    private static bool IsLint(string rule) => rule is "NoDeprecatedCustomRule" or "NoSchemaIntrospectionCustomRule";

    private static IReadOnlyList<LanguageError> Validate(JsonElement testCase, ValidationOptions options)
    {
        var schema = SchemaReader.Read(
            [new SourceText("schema.graphql", testCase.GetProperty("schemaSDL").GetString()!)], TestContext.Current.CancellationToken);
        var document = DocumentParser.Parse(new SourceText("case.graphql", testCase.GetProperty("document").GetString()!));
        return DocumentValidator.Validate(schema, [document], options, TestContext.Current.CancellationToken);
    }

    private static List<string>? NewestUnderRule(JsonElement testCase, string rule) =>
        testCase.TryGetProperty("variants", out var variants) && variants.TryGetProperty("17.1.0", out var newest)
            ? [
                .. newest.GetProperty("allRulesErrors")
                .EnumerateArray()
                .Select(NextCases.Show)
                .Where(shown => shown.StartsWith(rule + " ", StringComparison.Ordinal)),
            ]
            : null;

    private static List<string> ExpectedUnderRule(JsonElement testCase, string rule)
    {
        if (testCase.TryGetProperty("variants", out var variants) && variants.TryGetProperty("16.15.0", out var current))
            return Describe(current.GetProperty("allRulesErrors"), rule);
        var errors = testCase.GetProperty("expectedErrors");
        if (errors.ValueKind == JsonValueKind.Null)
            errors = testCase.GetProperty("expectedErrors17");
        return [.. errors.EnumerateArray().Select(error => Describe(rule, error))];
    }

    private static List<string> Describe(JsonElement errors, string? rule) =>
        [.. errors.EnumerateArray()
            .Select(error => (Rule: WithoutSuffix(error.GetProperty("rule").GetString()!), Error: error))
            .Where(pair => rule is null || pair.Rule == rule)
            .Select(pair => Describe(pair.Rule, pair.Error))];

    private static string Describe(string rule, JsonElement error)
    {
        var places = error.GetProperty("locations").EnumerateArray().Select(place => $"{place.GetProperty("line")}:{place.GetProperty("column")}");
        return $"{rule} at {string.Join(' ', places)}: {WithoutSuggestion(error.GetProperty("message").GetString()!)}";
    }

    private static string Describe(LanguageError error)
    {
        var places = error.Locations.Select(location => $"{location.Position.Line}:{location.Position.Column}");
        return $"{error.Descriptor.Rule} at {string.Join(' ', places)}: {WithoutSuggestion(error.Message)}";
    }

    private static void Compare(
        JsonElement testCase,
        List<string> expected,
        IReadOnlyList<LanguageError> errors,
        List<string> differences,
        Func<LanguageError,
        string>? describe = null)
    {
        var actual = errors.Select(describe ?? Describe).Order(StringComparer.Ordinal).ToList();
        expected.Sort(StringComparer.Ordinal);
        if (!actual.SequenceEqual(expected))
            differences.Add(
                $"{testCase.GetProperty("id")}:\n  expected {string.Join("\n           ", expected)}\n  got      "
                    + $"{string.Join("\n           ", actual)}");
    }

    private static string WithoutSuffix(string rule) => rule.EndsWith("Rule", StringComparison.Ordinal) ? rule[..^4] : rule;

    private static string WithoutSuggestion(string message)
    {
        var start = message.IndexOf(" Did you mean ", StringComparison.Ordinal);
        return start < 0 ? message : message[..start];
    }
}

using System.Text.Json;
using Lathe.Language.Errors;
using Lathe.Language.Schemas;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem;
using Lathe.Language.TypeSystem.Validation;

namespace Lathe.Language.Tests.Conformance;

/// <summary>The reference implementation's verdict on schemas: the same rules broken at the same places.</summary>
public sealed class SchemaConformanceTests
{
    [Fact]
    public void EverySchemaAgreesWithTheReference()
    {
        var cases = ConformanceCase.Read("schema.json");
        var differences = cases.Select(testCase => Difference(testCase, Validate(testCase.GetProperty("sdl").GetString()!), "expectedErrors"))
            .OfType<string>()
            .ToList();

        Assert.Equal(414, cases.Count);
        Assert.True(differences.Count == 0, $"{differences.Count} of {cases.Count} differ:\n{string.Join('\n', differences)}");
    }

    [Fact]
    public void EveryDocumentOfDefinitionsAgreesWithTheReference()
    {
        var cases = ConformanceCase.Read("validation.json").FindAll(testCase => testCase.GetProperty("kind").GetString() == "sdl");
        var differences = cases.Select(testCase => Difference(testCase, ValidateDefinitions(testCase), "allRulesErrors")).OfType<string>().ToList();

        Assert.Equal(63, cases.Count);
        Assert.True(differences.Count == 0, $"{differences.Count} of {cases.Count} differ:\n{string.Join('\n', differences)}");
    }

    private static IReadOnlyList<LanguageError> Validate(string sdl) =>
        SchemaValidator.Validate(SchemaReader.Read([new SourceText("schema.graphql", sdl)]));

    private static IReadOnlyList<LanguageError> ValidateDefinitions(JsonElement testCase)
    {
        var document = DocumentParser.Parse(new SourceText("document.graphql", testCase.GetProperty("document").GetString()!));
        var existing = testCase.TryGetProperty("baseSchemaSDL", out var sdl) && sdl.GetString() is { } text
            ? SchemaReader.Read([new SourceText("schema.graphql", text)])
            : null;
        return SchemaValidator.ValidateDefinitions(document, existing);
    }

    private static string? Difference(JsonElement testCase, IReadOnlyList<LanguageError> errors, string expectedName)
    {
        var id = testCase.GetProperty("id").GetString()!;
        if (KnownDifferences.Contains(id))
            return null;
        var verdict = ConformanceCase.Newest(testCase);
        if (!verdict.TryGetProperty(expectedName, out var list))
            list = testCase.GetProperty(expectedName);
        var expected = list.EnumerateArray().Select(Describe).Order(StringComparer.Ordinal).ToList();
        var actual = errors.Select(Describe).Order(StringComparer.Ordinal).ToList();
        return expected.SequenceEqual(actual)
            ? null
            : $"{id}\n  missing: {string.Join("\n           ", expected.Except(actual))}\n  extra:   "
                + $"{string.Join("\n           ", actual.Except(expected))}";
    }

    private static string Describe(JsonElement error)
    {
        var rule = error.GetProperty("rule").GetString()!;
        rule = rule.EndsWith("Rule", StringComparison.Ordinal) ? rule[..^4] : rule;
        var places = error.TryGetProperty("locations", out var locations) && locations.ValueKind == JsonValueKind.Array
            ? locations.EnumerateArray().Select(place => $"{place.GetProperty("line")}:{place.GetProperty("column")}")
            : [];
        return $"{rule} {string.Join(' ', places)} {WithoutSuggestion(error.GetProperty("message").GetString()!)}";
    }

    private static string Describe(LanguageError error)
    {
        var places = error.Locations.Select(location => $"{location.Position.Line}:{location.Position.Column}");
        return $"{error.Descriptor.Rule} {string.Join(' ', places)} {WithoutSuggestion(error.Message)}";
    }

    private static string WithoutSuggestion(string message)
    {
        var start = message.IndexOf(" Did you mean", StringComparison.Ordinal);
        return start < 0 ? message : message[..start];
    }
}

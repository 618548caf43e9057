using System.Text.Json;
using Lathe.Language.Printing;
using Lathe.Language.Schemas;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem;
using Lathe.Language.TypeSystem.Validation;
using Lathe.TestSupport;

namespace Lathe.Language.Tests.Conformance;

/// <summary>Introspection results become the schemas, and are printed as the texts, that the reference makes of them.</summary>
public sealed class IntrospectionConformanceTests
{
    [Fact]
    public void EveryResultPrintsAsTheReferencePrintsIt()
    {
        var cases = ConformanceCase.Read("introspection.json");
        var differences = new List<string>();
        foreach (var testCase in cases)
        {
            var json = testCase.GetProperty("introspection").GetRawText();
            Compare(testCase, json, "printedSDL", isSorted: false, differences);
            Compare(testCase, json, "sortedSDL", isSorted: true, differences);
        }

        Assert.Equal(40, cases.Count);
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    [Fact]
    public void BareAndWrappedResultsAreTheSameSchemaAsTheSdl()
    {
        foreach (var testCase in ConformanceCase.Read("introspection.json"))
        {
            if (!testCase.GetProperty("id").GetString()!.EndsWith("/full", StringComparison.Ordinal))
                continue;
            var wrapped = testCase.GetProperty("introspection");
            var sdl = testCase.GetProperty("printedSDL").GetString()!;
            var expected = SchemaPrinter.Print(Create(sdl));
            Assert.Equal(expected, SchemaPrinter.Print(Create(wrapped.GetRawText())));
            Assert.Equal(expected, SchemaPrinter.Print(Create(wrapped.GetProperty("data").GetRawText())));
        }
    }

    [Fact]
    public void MalformedResultsGiveErrorsAndNeverThrow()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(SharedFolder.Require("conformance/dev/introspection.json")));
        var silent = new List<string>();
        foreach (var testCase in file.RootElement.GetProperty("malformed").EnumerateArray())
        {
            var schema = Create(testCase.GetProperty("introspection").GetRawText());
            var errors = SchemaValidator.Validate(schema, SchemaValidationMode.Client);
            SchemaPrinter.Print(schema);
            Assert.All(errors, error => Assert.DoesNotContain('\n', error.Message));
            if (KnownDifferences.Contains(testCase.GetProperty("id").GetString()!))
                continue;
            if (errors.Count == 0 != testCase.GetProperty("ok").GetBoolean())
                silent.Add($"{testCase.GetProperty("id")}: {(errors.Count == 0 ? testCase.GetProperty("error") : errors[0])}");
        }

        Assert.True(silent.Count == 0, string.Join('\n', silent));
    }

    private static void Compare(JsonElement testCase, string json, string property, bool isSorted, List<string> differences)
    {
        var actual = SchemaPrinter.Print(Create(json), isSorted).TrimEnd('\n');
        if (actual != testCase.GetProperty(property).GetString())
            differences.Add($"{testCase.GetProperty("id")} {property}:\n{testCase.GetProperty(property)}\n--- but got:\n{actual}");
    }

    private static Schema Create(string text)
    {
        var schema = SchemaReader.Read([new SourceText("schema.json", text)], TestContext.Current.CancellationToken);
        return schema;
    }
}

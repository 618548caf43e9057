using System.Text.Json;
using Lathe.Language.Printing;
using Lathe.Language.TypeSystem.Validation;

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
            var expected = SchemaPrinter.Print(IntrospectionCase.Create(sdl));
            Assert.Equal(expected, SchemaPrinter.Print(IntrospectionCase.Create(wrapped.GetRawText())));
            Assert.Equal(expected, SchemaPrinter.Print(IntrospectionCase.Create(wrapped.GetProperty("data").GetRawText())));
        }
    }

    [Fact]
    public void MalformedResultsGiveErrorsAndNeverThrow() => IntrospectionCase.RefuseAsTheReference("introspection.json", static schema =>
    {
        SchemaPrinter.Print(schema);
        var errors = SchemaValidator.Validate(schema, SchemaValidationMode.Client);
        Assert.All(errors, error => Assert.DoesNotContain('\n', error.Message));
        return [.. errors.Select(error => error.ToString())];
    });

    private static void Compare(JsonElement testCase, string json, string property, bool isSorted, List<string> differences)
    {
        var actual = SchemaPrinter.Print(IntrospectionCase.Create(json), isSorted).TrimEnd('\n');
        if (actual != testCase.GetProperty(property).GetString())
            differences.Add($"{testCase.GetProperty("id")} {property}:\n{testCase.GetProperty(property)}\n--- but got:\n{actual}");
    }
}

using System.Text.Json;
using Lathe.Language.Errors;
using Lathe.Language.Printing;
using Lathe.Language.Schemas;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem;
using Lathe.Language.TypeSystem.Validation;
using Lathe.TestSupport;

namespace Lathe.Language.Tests.Conformance;

/// <summary>Introspection results of the September 2026 edition are the schemas that the reference makes of them.</summary>
public sealed class NextIntrospectionTests
{
    [Fact]
    public void EveryResultIsTheSchemaThatTheReferencePrints() => NextCases.AllAgree("next-introspection.json", 24, static testCase =>
    {
        // The reference writes values as it got them; what they mean is compared.
        var expected = SchemaPrinter.Print(Create(testCase.GetProperty("printedSDL").GetString()!));
        var schema = Create(testCase.GetProperty("introspection").GetRawText());
        Assert.DoesNotContain(schema.Errors, error => error.Descriptor.Severity == ErrorSeverity.Error);
        return ([expected], [SchemaPrinter.Print(schema)]);
    });

    [Fact]
    public void MalformedResultsAreRefusedAsByTheReference()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(SharedFolder.Require("conformance/dev/next-introspection.json")));
        var differences = new List<string>();
        foreach (var testCase in file.RootElement.GetProperty("malformed").EnumerateArray())
        {
            var schema = Create(testCase.GetProperty("introspection").GetRawText());
            var errors = SchemaValidator.Validate(schema).Where(error => error.Descriptor.Severity == ErrorSeverity.Error).ToList();
            var isKnown = KnownDifferences.Contains(testCase.GetProperty("id").GetString()!);
            if (errors.Count == 0 != (testCase.GetProperty("ok").GetBoolean() != isKnown))
                differences.Add($"{testCase.GetProperty("id")}: ok {testCase.GetProperty("ok")}, ours {string.Join("; ", errors)}");
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    private static Schema Create(string text) => SchemaReader.Read([new SourceText("schema", text)], TestContext.Current.CancellationToken);
}

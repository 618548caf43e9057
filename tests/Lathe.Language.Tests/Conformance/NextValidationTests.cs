using System.Text.Json;
using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;
using Lathe.Language.Schemas;
using Lathe.Language.TypeSystem;
using Lathe.Language.TypeSystem.Validation;
using Lathe.Language.Validation;

namespace Lathe.Language.Tests.Conformance;

/// <summary>Documents of the September 2026 edition: the same rules broken at the same places as in the reference.</summary>
public sealed class NextValidationTests
{
    [Fact]
    public void EveryDocumentAgrees() => NextCases.AllAgree("next-validation.json", 170, static testCase =>
    {
        var expected = testCase.GetProperty("allRulesErrors").EnumerateArray().Select(NextCases.Show);
        var isSdl = testCase.GetProperty("kind").GetString() == "sdl";
        var document = Parse(testCase);
        var errors = isSdl ? ValidateDefinitions(testCase, document) : Validate(testCase, document);
        return (expected, errors.Select(NextCases.Show));
    });

    [Fact]
    public void FragmentArgumentsAreRefusedWhereTheReferenceRefusesThem()
    {
        foreach (var testCase in ConformanceCase.Read("next-validation.json").Where(testCase => testCase.TryGetProperty("withoutOptions", out _)))
        {
            var refused = testCase.GetProperty("withoutOptions");
            refused = refused.TryGetProperty("error", out var inner) ? inner : refused;
            var document = DocumentParser.Parse(
                new SourceText("case.graphql", testCase.GetProperty("document").GetString()!), TestContext.Current.CancellationToken);
            var position = document.Errors[0].Locations[0].Position;
            Assert.Equal((refused.GetProperty("line").GetInt32(), refused.GetProperty("column").GetInt32()), (position.Line, position.Column));
            Assert.Equal("GQL1034", document.Errors[0].Descriptor.Id);
        }
    }

    private static DocumentSyntax Parse(JsonElement testCase) => DocumentParser.Parse(
        new SourceText("case.graphql", testCase.GetProperty("document").GetString()!),
        testCase.TryGetProperty("parseOptions", out _));

    private static IReadOnlyList<LanguageError> Validate(JsonElement testCase, DocumentSyntax document)
    {
        var schema = SchemaReader.Read(
            [new SourceText("schema.graphql", testCase.GetProperty("schemaSDL").GetString()!)], TestContext.Current.CancellationToken);
        var errors = DocumentValidator.Validate(schema, [document], ValidationOptions.Strict, TestContext.Current.CancellationToken);

        // What cannot be compiled away is no fault to the reference, which runs fragment arguments as they are.
        return [.. errors.Where(error => error.Descriptor != FragmentArgumentsRule.Descriptor)];
    }

    private static IReadOnlyList<LanguageError> ValidateDefinitions(JsonElement testCase, DocumentSyntax document)
    {
        var existing = testCase.TryGetProperty("baseSchemaSDL", out var sdl) && sdl.GetString() is { } text
            ? SchemaReader.Read([new SourceText("schema.graphql", text)], TestContext.Current.CancellationToken)
            : null;
        return SchemaValidator.ValidateDefinitions(document, existing, TestContext.Current.CancellationToken);
    }
}

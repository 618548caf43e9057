using Lathe.Language.Schemas;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem.Validation;

namespace Lathe.Language.Tests.Conformance;

/// <summary>Schemas of the September 2026 edition: the same rules broken at the same places as in the reference.</summary>
public sealed class NextSchemaTests
{
    [Fact]
    public void EverySchemaAgrees() => NextCases.AllAgree("next-schema.json", 59, static testCase =>
    {
        var schema = SchemaReader.Read([new SourceText("schema.graphql", testCase.GetProperty("sdl").GetString()!)]);
        return (
            testCase.GetProperty("expectedErrors").EnumerateArray().Select(NextCases.Show),
            SchemaValidator.Validate(schema).Select(NextCases.Show));
    });
}

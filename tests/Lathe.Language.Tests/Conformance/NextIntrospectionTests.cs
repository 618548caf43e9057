using Lathe.Language.Errors;
using Lathe.Language.Printing;
using Lathe.Language.TypeSystem.Validation;

namespace Lathe.Language.Tests.Conformance;

/// <summary>Introspection results of the September 2026 edition are the schemas that the reference makes of them.</summary>
public sealed class NextIntrospectionTests
{
    [Fact]
    public void EveryResultIsTheSchemaThatTheReferencePrints() => NextCases.AllAgree("next-introspection.json", 24, static testCase =>
    {
        // The reference writes values as it got them; what they mean is compared.
        var expected = SchemaPrinter.Print(IntrospectionCase.Create(testCase.GetProperty("printedSDL").GetString()!));
        var schema = IntrospectionCase.Create(testCase);
        Assert.DoesNotContain(schema.Errors, error => error.Descriptor.Severity == ErrorSeverity.Error);
        return ([expected], [SchemaPrinter.Print(schema)]);
    });

    [Fact]
    public void MalformedResultsAreRefusedAsByTheReference() => IntrospectionCase.RefuseAsTheReference("next-introspection.json", static schema =>
        [.. SchemaValidator.Validate(schema).Where(error => error.Descriptor.Severity == ErrorSeverity.Error).Select(error => error.ToString())]);
}

using Lathe.Language.Configuration;
using Lathe.Language.Errors;
using Lathe.Language.Syntax;

namespace Lathe.Language.TypeSystem.Validation;

/// <summary>A schema holds no operations and fragments: nothing would look at them.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Document">Specification</see>.</remarks>
internal static class ExecutableInSchema
{
    public static IEnumerable<LanguageError> Of(DocumentSyntax document)
    {
        foreach (var definition in document.Definitions)
        {
            if (Name(definition) is { } name)
            {
                var message = $"{name} stands in a schema file, where it is not compiled. Move it to a .graphql file that begins with an operation or fragment.";
                yield return new LanguageError(ConfigurationErrors.ExecutableInSchema, message, [Place(definition)]);
            }
        }
    }

    private static string? Name(DefinitionSyntax definition) => definition switch
    {
        OperationDefinitionSyntax { Name: { } name } => $"The operation '{name.Value}'",
        OperationDefinitionSyntax => "This operation",
        FragmentDefinitionSyntax fragment => $"The fragment '{fragment.Name.Value}'",
        _ => null,
    };

    private static SourceLocation Place(DefinitionSyntax definition) => definition switch
    {
        OperationDefinitionSyntax { Name: { } name } => new SourceLocation(definition.Source, name.Span),
        FragmentDefinitionSyntax fragment => new SourceLocation(definition.Source, fragment.Name.Span),
        _ => new SourceLocation(definition.Source, new SourceSpan(definition.Span.Start, 1)),
    };
}

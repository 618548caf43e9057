using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Text;

namespace Lathe.Language.Schemas;

/// <summary>A schema holds no operations and fragments: nothing would look at them.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Document">Specification</see>.</remarks>
internal static class ExecutableInSchema
{
    /// <summary>An operation or fragment in a file that counts as schema.</summary>
    public static readonly ErrorDescriptor Descriptor =
        new("GQL0016", "ExecutableInSchema", "An operation or fragment stands in a schema file", ErrorSeverity.Error);

    internal static IEnumerable<LanguageError> Of(DocumentSyntax document)
    {
        foreach (var definition in document.Definitions)
        {
            if (Name(definition) is { } name)
            {
                var message =
                    $"{name} stands in a schema file, where it is not compiled. "
                    + "Move it to a .graphql file that begins with an operation or fragment.";
                yield return new LanguageError(Descriptor, message, [Place(definition)]);
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

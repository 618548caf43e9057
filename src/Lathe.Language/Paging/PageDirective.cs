using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem;

namespace Lathe.Language.Paging;

/// <summary>An operation's <c>@page</c>.</summary>
/// <param name="Syntax">The directive.</param>
/// <param name="Field">The way to the field, or null where it is to be found.</param>
/// <param name="By">The field of an item that the next page begins behind, or null.</param>
internal sealed record PageDirective(DirectiveSyntax Syntax, string? Field, string? By)
{
    /// <summary>Reads the directive; null where there is none, or where it is the server's own.</summary>
    public static PageDirective? Of(Schema schema, OperationDefinitionSyntax operation)
    {
        foreach (var directive in operation.Directives)
        {
            if (directive.Name.Value == "page" && schema.IsClientDirective("page"))
                return new PageDirective(directive, Text(directive, "field"), Text(directive, "by"));
        }

        return null;
    }

    /// <summary>Gets where it is said of an operation that something is wrong with its pages.</summary>
    public static SourceLocation Place(OperationDefinitionSyntax operation) =>
        new(operation.Source, operation.Name?.Span ?? new SourceSpan(operation.Span.Start, 1));

    /// <summary>Makes an error at the directive.</summary>
    public LanguageError Error(ErrorDescriptor rule, string message) => new(rule, message, [new SourceLocation(Syntax.Source, Syntax.Span)]);

    private static string? Text(DirectiveSyntax directive, string argument) =>
        directive.Arguments.FirstOrDefault(one => one.Name.Value == argument)?.Value is StringValueSyntax { Value: var text } ? text : null;
}

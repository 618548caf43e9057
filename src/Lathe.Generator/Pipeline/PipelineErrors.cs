using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Text;

namespace Lathe.Generator.Pipeline;

/// <summary>What only the generator finds.</summary>
internal static class PipelineErrors
{
    /// <summary>A fault of Lathe itself.</summary>
    public static readonly ErrorDescriptor InternalFault =
        new("GQL0099", "InternalFault", "Lathe failed", ErrorSeverity.Error);

    /// <summary>More than the budget of binding allows.</summary>
    public static readonly ErrorDescriptor TooComplex =
        new("GQL0020", "TooComplex", "A definition is too complex to make C# of", ErrorSeverity.Error);

    public static LanguageError TooComplexToBind(DefinitionSyntax definition, string reason)
    {
        var (what, name) = definition is FragmentDefinitionSyntax fragment
            ? ("Fragment", fragment.Name)
            : ("Operation", ((OperationDefinitionSyntax)definition).Name);
        return new LanguageError(
            TooComplex,
            $"{what} '{name?.Value}' is too complex to make C# of, because {reason}. Split it, or spread fewer fragments in it.",
            [new SourceLocation(definition.Source, name?.Span ?? new SourceSpan(definition.Span.Start, 1))]);
    }

    public static LanguageError Internal(Exception exception, DefinitionSyntax definition) =>
        new(
            InternalFault,
            Message(exception, "on this definition", "the definition"),
            [new SourceLocation(definition.Source, new SourceSpan(definition.Span.Start, 1))]);

    public static LanguageError Internal(Exception exception, string step) =>
        new(InternalFault, Message(exception, $"in the step '{step}'", "the files of the build"), []);

    private static string Message(Exception exception, string where, string evidence) =>
        $"Lathe failed {where}, which is a fault of Lathe: {exception.GetType().Name}: {exception.Message} Please report it with {evidence}."
            .Replace('\n', ' ').Replace('\r', ' ');
}

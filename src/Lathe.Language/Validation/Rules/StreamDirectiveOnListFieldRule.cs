using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>@stream is used on list fields.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Stream-Directives-Are-Used-On-List-Fields">Specification</see>.</remarks>
internal sealed class StreamDirectiveOnListFieldRule : IDirectiveRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL1033", "StreamDirectiveOnListField", "@stream on a field that is not a list", ErrorSeverity.Error);

    public void EnterDirective(DirectiveSyntax directive, string location, ValidationContext context)
    {
        if (directive.Name.Value != "stream" || context.Field is not { } field || context.ParentType is not { } parent)
            return;
        if (field.Type.Nullable is not ListTypeReference)
            context.Report(Descriptor, $"Directive \"@stream\" cannot be used on non-list field \"{parent.Name}.{field.Name}\".", directive);
    }
}

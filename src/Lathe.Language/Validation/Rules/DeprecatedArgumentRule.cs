using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Validation.Types;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>An argument that is given is not deprecated.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec--deprecated">Specification</see>.</remarks>
internal sealed class DeprecatedArgumentRule : IArgumentRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL2002", "DeprecatedArgument", "Argument is deprecated", ErrorSeverity.Warning);

    public void EnterArgument(ArgumentSyntax argument, ValidationContext context)
    {
        if (context.Argument is not { DeprecationReason: { } reason } definition)
            return;
        var owner = context.Directive is { } directive
            ? $"Directive \"@{directive.Name}\""
            : $"Field \"{context.ParentType?.Name}.{context.Field?.Name}\"";
        context.Report(Descriptor, $"{owner} argument \"{definition.Name}\" is deprecated. {Deprecation.Text(reason)}", argument);
    }
}

using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Validation.Types;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>A directive that is used is not deprecated; directives may be, since September 2026.</summary>
/// <remarks><see href="https://spec.graphql.org/September2026/#sec--deprecated">Specification</see>.</remarks>
internal sealed class DeprecatedDirectiveRule : IDirectiveRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL2015", "DeprecatedDirective", "Directive is deprecated", ErrorSeverity.Warning);

    public void EnterDirective(DirectiveSyntax directive, string location, ValidationContext context)
    {
        if (context.Directive is { DeprecationReason: { } reason } definition)
            context.Report(Descriptor, $"The directive @{definition.Name} is deprecated. {Deprecation.Text(reason)}", directive);
    }
}

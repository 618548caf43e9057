using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>A directive is defined and allowed at its place.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Directives-Are-Defined">Specification</see>.</remarks>
internal sealed class KnownDirectivesRule : IDirectiveRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL1019", "KnownDirectives", "Directive unknown or misplaced", ErrorSeverity.Error);

    public void EnterDirective(DirectiveSyntax directive, string location, ValidationContext context)
    {
        var name = directive.Name.Value;
        if (context.Directive is not { } definition)
        {
            var suggestion = context.Suggestions.For("@" + name, context.Schema.DirectiveNames.Select(known => "@" + known));
            context.Report(Descriptor, $"Unknown directive \"@{name}\".{suggestion}", directive);
        }
        else if (!definition.Locations.Contains(location))
        {
            context.Report(Descriptor, $"Directive \"@{name}\" may not be used on {location}.", directive);
        }
    }
}

using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>A directive that is not repeatable is used once at a place.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Directives-Are-Unique-per-Location">Specification</see>.</remarks>
internal sealed class UniqueDirectivesPerLocationRule : IDirectivesRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL1020", "UniqueDirectivesPerLocation", "Directive is repeated", ErrorSeverity.Error);

    public void EnterDirectives(IReadOnlyList<DirectiveSyntax> directives, ValidationContext context)
    {
        if (directives.Count < 2)
            return;
        var seen = new Dictionary<string, DirectiveSyntax>(StringComparer.Ordinal);
        foreach (var directive in directives)
        {
            var name = directive.Name.Value;
            if (context.Schema.FindDirective(name) is not { IsRepeatable: false })
                continue;
            if (seen.TryGetValue(name, out var first))
                context.Report(Descriptor, $"The directive \"@{name}\" can only be used once at this location.", [first, directive]);
            else
                seen.Add(name, directive);
        }
    }
}

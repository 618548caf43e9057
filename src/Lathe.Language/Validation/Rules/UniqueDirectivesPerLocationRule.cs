using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>A directive that is not repeatable is used once at a place.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Directives-Are-Unique-per-Location">Specification</see>.</remarks>
internal sealed class UniqueDirectivesPerLocationRule : IDefinitionRule, IDirectivesRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL1020", "UniqueDirectivesPerLocation", "Directive is repeated", ErrorSeverity.Error);

    // Definitions of the type system do not belong among operations; where they stand there, extensions are the place of what they extend.
    private readonly Dictionary<string, Dictionary<string, DirectiveSyntax>> _seenOn = new(StringComparer.Ordinal);
    private IReadOnlyList<DirectiveSyntax>? _ofDefinition;

    public void EnterDefinition(DefinitionSyntax definition, ValidationContext context)
    {
        var place = definition switch
        {
            SchemaDefinitionSyntax => string.Empty,
            TypeDefinitionSyntax type => type.Name.Value,
            DirectiveDefinitionSyntax directive => "@" + directive.Name.Value,
            _ => null,
        };
        _ofDefinition = place is null ? null : definition.Directives;
        if (place is null || definition.Directives.Count == 0)
            return;
        if (!_seenOn.TryGetValue(place, out var seen))
            _seenOn.Add(place, seen = new Dictionary<string, DirectiveSyntax>(StringComparer.Ordinal));
        Check(definition.Directives, seen, context);
    }

    public void EnterDirectives(IReadOnlyList<DirectiveSyntax> directives, ValidationContext context)
    {
        if (directives.Count >= 2 && !ReferenceEquals(directives, _ofDefinition))
            Check(directives, new Dictionary<string, DirectiveSyntax>(StringComparer.Ordinal), context);
    }

    private static void Check(IReadOnlyList<DirectiveSyntax> directives, Dictionary<string, DirectiveSyntax> seen, ValidationContext context)
    {
        foreach (var directive in directives)
        {
            var name = directive.Name.Value;
            if (context.Schema.FindDirectiveOfDocuments(name) is not { IsRepeatable: false })
                continue;
            if (seen.TryGetValue(name, out var first))
                context.Report(Descriptor, $"The directive \"@{name}\" can only be used once at this location.", [first, directive]);
            else
                seen.Add(name, directive);
        }
    }
}

using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem.Validation.Definitions;

namespace Lathe.Language.TypeSystem.Validation.Rules;

/// <summary>A directive that is not repeatable stands once at a place; extensions are the same place as what they extend (section 3.13).</summary>
internal sealed class UniqueDirectivesPerLocationRule : ISchemaRule
{
    internal static readonly ErrorDescriptor Descriptor =
        new("GQL1059", "UniqueDirectivesPerLocation", "Directive repeated in the schema", ErrorSeverity.Error);

    public void Check(SchemaContext context)
    {
        var ofTypes = new Dictionary<(string Place, string Name), DirectiveSyntax>();
        foreach (var site in DirectiveSite.FindAll(context))
        {
            var place = PlaceOf(site.Node);
            if (place is null && site.Directives.Count < 2)
                continue;
            var seen = place is null ? [] : ofTypes;
            foreach (var directive in site.Directives)
                Check(context, seen, place ?? string.Empty, directive);
        }
    }

    private static void Check(
        SchemaContext context, Dictionary<(string Place, string Name), DirectiveSyntax> seen, string place, DirectiveSyntax directive)
    {
        var name = directive.Name.Value;
        if (context.FindDirective(name) is not { IsRepeatable: false })
            return;
        if (seen.TryGetValue((place, name), out var first))
            context.Report(Descriptor, $"The directive \"@{name}\" can only be used once at this location.", first, directive);
        else
            seen.Add((place, name), directive);
    }

    private static string? PlaceOf(SyntaxNode node) => node switch
    {
        SchemaDefinitionSyntax => string.Empty,
        TypeDefinitionSyntax type => type.Name.Value,
        DirectiveDefinitionSyntax directive => "@" + directive.Name.Value,
        _ => null,
    };
}

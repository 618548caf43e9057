using Lathe.Language.Errors;
using Lathe.Language.TypeSystem.Validation.Definitions;

namespace Lathe.Language.TypeSystem.Validation.Rules;

/// <summary>Directives applied in a schema exist, and may stand where they do (section 3.13).</summary>
internal sealed class KnownDirectivesRule : ISchemaRule
{
    internal static readonly ErrorDescriptor Descriptor =
        new("GQL1058", "KnownDirectives", "Unknown or misplaced directive in the schema", ErrorSeverity.Error);

    public void Check(SchemaContext context)
    {
        foreach (var site in DirectiveSite.FindAll(context))
        {
            foreach (var directive in site.Directives)
            {
                var name = directive.Name.Value;
                var definition = context.FindDirective(name);
                if (definition is null)
                    context.Report(Descriptor, $"Unknown directive \"@{name}\".", directive);
                else if (!definition.Locations.Contains(site.Location))
                    context.Report(Descriptor, $"Directive \"@{name}\" may not be used on {site.Location}.", directive);
            }
        }
    }
}

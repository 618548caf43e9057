using Lathe.Language.TypeSystem;
using Lathe.Language.Validation.Types;

namespace Lathe.Language.Changes.Impact;

/// <summary>Uses of a directive and of its arguments.</summary>
internal static class DirectiveUses
{
    public static IEnumerable<Use> Find(UseIndex index, SchemaChange change)
    {
        var uses = index.Directives[change.Coordinate.Name];
        var touched = change.Code switch
        {
            "DIRECTIVE_LOCATION_REMOVED" => uses.Where(use => use.Location == change.Subject),
            "DIRECTIVE_REPEATABLE_REMOVED" => uses.Where(use => use.IsRepeated),
            _ => uses,
        };
        return touched.Select(use => new Use(use.Owner, use.Directive, "directive"));
    }

    public static IEnumerable<Use> FindArgument(UseIndex index, Schema newSchema, SchemaChange change)
    {
        var at = change.Coordinate;
        var old = Definition(index.Schema, at);
        var @new = Definition(newSchema, at);
        foreach (var use in index.Directives[at.Name])
        {
            var argument = use.Directive.Arguments.FirstOrDefault(item => item.Name.Value == at.Argument);
            if (ArgumentUses.Touched(index.Schema, newSchema, change.Code, use.Owner, use.Directive, argument, old, @new) is { } found)
                yield return found;
        }
    }

    private static InputValueDefinition? Definition(Schema schema, SchemaCoordinate at) =>
        schema.FindDirective(at.Name) is { } directive ? InputTypes.Find(directive.Arguments, at.Argument!) : null;
}

using Lathe.Language.TypeSystem;

namespace Lathe.Language.Changes;

/// <summary>The reference counts Int, Float and ID among a schema's types only where a definition uses them; String and Boolean always.</summary>
internal static class StandardScalars
{
    private static readonly string[] s_names = ["Int", "Float", "ID"];

    /// <summary>Finds those that one schema uses and the other does not.</summary>
    /// <param name="one">The schema that uses them.</param>
    /// <param name="other">The schema that does not.</param>
    /// <param name="same">The definitions that both have: what these use, both use.</param>
    public static IEnumerable<string> UsedOnlyBy(Schema one, Schema other, SameDefinitions same)
    {
        var (used, usedByOther) = (Used(one, same), Used(other, same));
        return s_names.Where(name => used.Contains(name) && !usedByOther.Contains(name) && !IsUsedByBoth(one, same, name));
    }

    private static bool IsUsedByBoth(Schema schema, SameDefinitions same, string name) =>
        same.Types.Any(type => OfType(schema, type).Contains(name))
            || same.Directives.Any(directive => OfDirective(schema, directive).Contains(name));

    private static HashSet<string> Used(Schema schema, SameDefinitions same)
    {
        var types = schema.TypeNames.Where(name => !schema.IsBuiltInType(name) && !same.Types.Contains(name));
        var directives = schema.DirectiveNames.Where(name => !schema.IsBuiltInDirective(name) && !same.Directives.Contains(name));
        return new HashSet<string>(
            types.SelectMany(name => OfType(schema, name)).Concat(directives.SelectMany(name => OfDirective(schema, name))), StringComparer.Ordinal);
    }

    private static IEnumerable<string> OfType(Schema schema, string name) => schema.FindType(name) switch
    {
        FieldsType type => type.Fields.SelectMany(static field => OfInputs(field.Arguments).Concat([field.Type.NamedType])).Concat([name]),
        InputObjectType input => OfInputs(input.Fields).Concat([name]),
        _ => [name],
    };

    private static IEnumerable<string> OfDirective(Schema schema, string name) => OfInputs(schema.FindDirective(name)!.Arguments);

    private static IEnumerable<string> OfInputs(IReadOnlyList<InputValueDefinition> inputs) => inputs.Select(static input => input.Type.NamedType);
}

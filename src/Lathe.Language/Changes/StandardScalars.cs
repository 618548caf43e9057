using Lathe.Language.TypeSystem;

namespace Lathe.Language.Changes;

/// <summary>The reference counts Int, Float and ID among a schema's types only where a definition uses them; String and Boolean always.</summary>
internal static class StandardScalars
{
    private static readonly string[] Names = ["Int", "Float", "ID"];

    public static IEnumerable<string> UsedOnlyBy(Schema one, Schema other)
    {
        var (used, usedByOther) = (Used(one), Used(other));
        return Names.Where(name => used.Contains(name) && !usedByOther.Contains(name));
    }

    private static HashSet<string> Used(Schema schema)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in schema.TypeNames.Where(name => !schema.IsBuiltInType(name)))
        {
            used.Add(name);
            if (schema.FindType(name) is FieldsType type)
            {
                foreach (var field in type.Fields)
                {
                    used.Add(field.Type.NamedType);
                    used.UnionWith(field.Arguments.Select(argument => argument.Type.NamedType));
                }
            }
            else if (schema.FindType(name) is InputObjectType input)
            {
                used.UnionWith(input.Fields.Select(field => field.Type.NamedType));
            }
        }

        foreach (var name in schema.DirectiveNames.Where(name => !schema.IsBuiltInDirective(name)))
            used.UnionWith(schema.FindDirective(name)!.Arguments.Select(argument => argument.Type.NamedType));
        return used;
    }
}

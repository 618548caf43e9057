using System.Globalization;
using Lathe.Language.Syntax;

namespace Lathe.Language.TypeSystem;

/// <summary>
/// Applies <c>@semanticNonNull(levels: [Int] = [0])</c> of a field, and <c>@semanticNonNullField(name: String!, levels: [Int] = [0])</c> of its type,
/// which extensions of a schema can add: null only where an error explains it.
/// </summary>
internal static class SemanticNonNull
{
    /// <summary>Gets a field's type with the levels that the directive names made non-null.</summary>
    public static TypeReference Apply(FieldDefinition field, NamedType parent)
    {
        var directive = field.Directives.FirstOrDefault(static one => one.Name.Value == "semanticNonNull")
            ?? parent.Directives.FirstOrDefault(one => one.Name.Value == "semanticNonNullField" && Names(one, field.Name));
        if (directive is null)
            return field.Type;
        var levels = directive.Arguments.FirstOrDefault(static one => one.Name.Value == "levels")?.Value;
        return Apply(field.Type, 0, levels is null ? [0] : Levels(levels));
    }

    private static bool Names(DirectiveSyntax directive, string field) =>
        directive.Arguments.FirstOrDefault(static one => one.Name.Value == "name")?.Value is StringValueSyntax { Value: var name } && name == field;

    private static HashSet<int> Levels(ValueSyntax value)
    {
        var values = value is ListValueSyntax list ? list.Values : [value];
        return [.. values.OfType<IntValueSyntax>()
            .Select(static one => int.TryParse(one.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? level : -1)];
    }

    private static TypeReference Apply(TypeReference type, int level, HashSet<int> levels)
    {
        var inner = type.Nullable is ListTypeReference list
            ? new ListTypeReference(Apply(list.ItemType, level + 1, levels))
            : type.Nullable;
        return type.IsNonNull || levels.Contains(level) ? new NonNullTypeReference(inner) : inner;
    }
}

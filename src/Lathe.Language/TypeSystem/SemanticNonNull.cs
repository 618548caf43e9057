using Lathe.Language.Syntax;

namespace Lathe.Language.TypeSystem;

/// <summary>
/// Applies <c>@semanticNonNull(levels: [Int] = [0])</c> of a field, and <c>@semanticNonNullField(name: String!, levels: [Int] = [0])</c> of its type,
/// which extensions of a schema can add: null only where an error explains it.
/// </summary>
internal static class SemanticNonNull
{
    /// <summary>The directive of a field's definition.</summary>
    public const string OfField = "semanticNonNull";

    /// <summary>The directive of a type that speaks of one of its fields.</summary>
    public const string OfType = "semanticNonNullField";

    /// <summary>Gets a field's type with the levels that the directive names made non-null.</summary>
    public static TypeReference Apply(FieldDefinition field, NamedType parent)
    {
        var directive = FindDirective(field, parent);
        return directive is null ? field.Type : Apply(field.Type, 0, CatchDirectives.Levels(directive));
    }

    /// <summary>Gets the field that a type's directive speaks of, or null.</summary>
    public static string? FieldName(DirectiveSyntax directive) =>
        (directive.Arguments.FirstOrDefault(static one => one.Name.Value == "name")?.Value as StringValueSyntax)?.Value;

    private static DirectiveSyntax? FindDirective(FieldDefinition field, NamedType parent)
    {
        foreach (var own in field.Directives)
        {
            if (own.Name.Value == OfField)
                return own;
        }

        foreach (var one in parent.Directives)
        {
            if (one.Name.Value == OfType && FieldName(one) == field.Name)
                return one;
        }

        return null;
    }

    private static TypeReference Apply(TypeReference type, int level, IReadOnlyList<int> levels)
    {
        var inner = type.Nullable is ListTypeReference list
            ? new ListTypeReference(Apply(list.ItemType, level + 1, levels))
            : type.Nullable;
        return type.IsNonNull || levels.Contains(level) ? new NonNullTypeReference(inner) : inner;
    }
}

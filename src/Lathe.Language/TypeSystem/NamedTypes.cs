namespace Lathe.Language.TypeSystem;

/// <summary>A type with a name (specification, section 3.4).</summary>
internal abstract class NamedType : SchemaMember
{
    /// <summary>Gets a value indicating whether the type has no fields to select: a scalar or an enum.</summary>
    public bool IsLeaf => this is ScalarType or EnumType;

    /// <summary>Gets a value indicating whether the type has fields to select.</summary>
    public bool IsComposite => this is ObjectType or InterfaceType or UnionType;

    /// <summary>Gets a value indicating whether the type is an interface or a union.</summary>
    public bool IsAbstract => this is InterfaceType or UnionType;

    /// <summary>Gets a value indicating whether arguments and variables may be of the type.</summary>
    public bool IsInput => this is ScalarType or EnumType or InputObjectType;
}

/// <summary>A scalar.</summary>
internal sealed class ScalarType : NamedType
{
    /// <summary>Gets the address of the scalar's specification (<c>@specifiedBy</c>), or null.</summary>
    public string? SpecifiedByUrl { get; init; }
}

/// <summary>A type with fields: an object or an interface.</summary>
internal abstract class FieldsType : NamedType
{
    private Dictionary<string, FieldDefinition>? _fieldsByName;

    /// <summary>Gets the interfaces that it implements, in their order.</summary>
    public IReadOnlyList<string> Interfaces { get; init; } = [];

    /// <summary>Gets the fields in their order, without introspection fields.</summary>
    public IReadOnlyList<FieldDefinition> Fields { get; init; } = [];

    /// <summary>Finds a field; the first of a name where a faulty schema has two.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The field, or null.</returns>
    public FieldDefinition? FindField(string name)
    {
        _fieldsByName ??= MemberIndex.Create(Fields);
        return _fieldsByName.TryGetValue(name, out var field) ? field : null;
    }
}

/// <summary>An object type.</summary>
internal sealed class ObjectType : FieldsType;

/// <summary>An interface type.</summary>
internal sealed class InterfaceType : FieldsType;

/// <summary>A union type.</summary>
internal sealed class UnionType : NamedType
{
    /// <summary>Gets the names of the member types, in their order.</summary>
    public IReadOnlyList<string> MemberTypes { get; init; } = [];
}

/// <summary>An enum type.</summary>
internal sealed class EnumType : NamedType
{
    private Dictionary<string, EnumValueDefinition>? _valuesByName;

    /// <summary>Gets the values in their order.</summary>
    public IReadOnlyList<EnumValueDefinition> Values { get; init; } = [];

    /// <summary>Finds a value.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The value, or null.</returns>
    public EnumValueDefinition? FindValue(string name)
    {
        _valuesByName ??= MemberIndex.Create(Values);
        return _valuesByName.TryGetValue(name, out var value) ? value : null;
    }
}

/// <summary>An input object type.</summary>
internal sealed class InputObjectType : NamedType
{
    private Dictionary<string, InputValueDefinition>? _fieldsByName;

    /// <summary>Gets the input fields in their order.</summary>
    public IReadOnlyList<InputValueDefinition> Fields { get; init; } = [];

    /// <summary>Gets a value indicating whether exactly one field must be given (<c>@oneOf</c>).</summary>
    public bool IsOneOf { get; init; }

    /// <summary>Finds an input field.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The field, or null.</returns>
    public InputValueDefinition? FindField(string name)
    {
        _fieldsByName ??= MemberIndex.Create(Fields);
        return _fieldsByName.TryGetValue(name, out var field) ? field : null;
    }
}

internal static class MemberIndex
{
    internal static Dictionary<string, T> Create<T>(IReadOnlyList<T> members)
        where T : SchemaMember
    {
        var index = new Dictionary<string, T>(members.Count, StringComparer.Ordinal);
        foreach (var member in members)
        {
            if (!index.ContainsKey(member.Name))
                index.Add(member.Name, member);
        }

        return index;
    }
}

using Lathe.Language.Projects;

namespace Lathe.Generator.Binding;

/// <summary>
/// The type conditions that an object's type must meet for a selection to apply; those that others imply are left out. Equal by value.
/// </summary>
internal sealed class TypeGuard : IEquatable<TypeGuard>
{
    private readonly string _key;

    private TypeGuard(IReadOnlyList<string> names) => (Names, _key) = (names, string.Join("&", names));

    public static TypeGuard None { get; } = new([]);

    /// <summary>Gets the conditions in ordinal order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Adds a type condition.</summary>
    public TypeGuard And(string condition, TypenameNeeds types)
    {
        if (Names.Any(name => types.Covers(condition, name)))
            return this;
        var names = Names.Where(name => !types.Covers(name, condition)).Append(condition);
        return new TypeGuard([.. names.OrderBy(static name => name, StringComparer.Ordinal)]);
    }

    /// <summary>Adds the conditions of another guard.</summary>
    public TypeGuard And(TypeGuard other, TypenameNeeds types)
    {
        if (Names.Count == 0 || ReferenceEquals(this, other))
            return other;
        var all = this;
        foreach (var name in other.Names)
            all = all.And(name, types);
        return all;
    }

    /// <summary>Tells whether every object of a type meets the conditions.</summary>
    public bool Covers(string typeName, TypenameNeeds types)
    {
        foreach (var name in Names)
        {
            if (!types.Covers(name, typeName))
                return false;
        }

        return true;
    }

    public bool Equals(TypeGuard? other) => ReferenceEquals(this, other) || (other is not null && _key == other._key);

    public override bool Equals(object? obj) => Equals(obj as TypeGuard);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_key);
}

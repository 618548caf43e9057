using Lathe.Generator.Model;

namespace Lathe.Generator.Unused;

/// <summary>A generated record or interface, and what C# reads of it.</summary>
/// <param name="name">The full name.</param>
/// <param name="container">The name of the static class of its file, with a dot.</param>
/// <param name="typeNames">The types of the schema that a case stands for; empty for others.</param>
/// <param name="resolve">Makes a full name of one as the type's file has it.</param>
internal sealed class TypeFrame(string name, string container, IReadOnlyList<string> typeNames, Func<string, string> resolve)
{
    public string Name => name;

    public string Container => container;

    public IReadOnlyList<string> TypeNames => typeNames;

    /// <summary>Gets or sets the name of the abstract record that it is a case of, or null.</summary>
    public string? Base { get; set; }

    /// <summary>Gets or sets a value indicating whether it is an interface.</summary>
    public bool IsView { get; set; }

    /// <summary>Gets or sets a value indicating whether all of it may be read.</summary>
    public bool IsEscaped { get; set; }

    /// <summary>Gets the fields with properties, by response key.</summary>
    public Dictionary<string, FieldModel> Fields { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the names of the properties that C# reads.</summary>
    public HashSet<string> Read { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the cases of an abstract record.</summary>
    public List<TypeFrame> Cases { get; } = [];

    /// <summary>Gets the names of what it extends and implements.</summary>
    public List<string> Bases { get; } = [];

    /// <summary>Gets the names of what extends or implements it.</summary>
    public List<string> Derived { get; } = [];

    /// <summary>Gets the name of the type of a field's value; null for a leaf.</summary>
    public string? ChildOf(FieldModel field)
    {
        var type = field.Type;
        while (type is ListTypeModel list)
            type = list.Item;
        return type is ResultTypeModel result ? resolve(result.ClrName) : null;
    }
}

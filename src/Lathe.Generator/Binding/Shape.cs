using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Binding;

/// <summary>A result type before it has a name.</summary>
internal abstract class Shape(ResultContainer container, NamedType type)
{
    private const int FewFields = 8;
    private Dictionary<string, ShapeField>? _byKey;

    /// <summary>Gets the operation or fragment whose file declares it.</summary>
    public ResultContainer Container { get; } = container;

    /// <summary>Gets the type in the schema.</summary>
    public NamedType Type { get; } = type;

    /// <summary>Gets the fields that reading gives, for an abstract shape those that all cases share.</summary>
    public List<ShapeField> Fields { get; set; } = [];

    /// <summary>Gets the fragments' shapes whose interfaces it implements, apart from those whose interfaces these extend.</summary>
    public List<Shape> Views { get; } = [];

    /// <summary>Gets or sets the name of the record; empty until names are given.</summary>
    public string Name { get; set; } = "";

    /// <summary>Gets the namespace of a record of the run time, as it is written before its name; null for records that are generated.</summary>
    public string? Namespace { get; init; }

    /// <summary>Gets or sets a value indicating whether a field throws errors to what is around the shape.</summary>
    public bool MayThrow { get; set; }

    /// <summary>
    /// Gets or sets a value indicating whether an interface that it implements has a member which is not just one of its properties.
    /// </summary>
    public bool HasExplicitMembers { get; set; }

    /// <summary>Finds a field by its response key.</summary>
    public ShapeField? Find(string key)
    {
        var fields = Fields;
        if (fields.Count <= FewFields)
            return fields.Find(field => field.Key == key);
        if (_byKey?.Count != fields.Count)
            _byKey = fields.ToDictionary(static field => field.Key, StringComparer.Ordinal);
        return _byKey.TryGetValue(key, out var found) ? found : null;
    }

    /// <summary>Tells whether it is a view or implements its interface: one extends those of the fragments that its own fragment spreads.</summary>
    public bool IsView(Shape view, BindingWork work)
    {
        if (ReferenceEquals(this, view) || Views.Contains(view))
            return true;
        if (!Views.Exists(static own => own.Views.Count > 0))
            return false;
        var seen = new HashSet<Shape>();
        var pending = new Stack<Shape>(Views);
        while (pending.Count > 0)
        {
            work.Step();
            var own = pending.Pop();
            if (ReferenceEquals(own, view))
                return true;
            if (seen.Add(own))
                own.Views.ForEach(pending.Push);
        }

        return false;
    }
}

/// <summary>A sealed record; or a case of an abstract one.</summary>
internal sealed class ObjectShape(ResultContainer container, NamedType type) : Shape(container, type)
{
    /// <summary>Gets the abstract shape that it is a case of, or null.</summary>
    public AbstractShape? Base { get; init; }

    /// <summary>Gets the types that the case stands for; empty for a fallback and for what is no case.</summary>
    public IReadOnlyList<string> TypeNames { get; init; } = [];

    /// <summary>Gets the name that a case would like: the type or the type condition that told it apart.</summary>
    public string Label { get; init; } = "";
}

/// <summary>An abstract record with its cases.</summary>
internal sealed class AbstractShape(ResultContainer container, NamedType type) : Shape(container, type)
{
    public List<ObjectShape> Cases { get; } = [];

    public ObjectShape Other { get; set; } = null!;

    public IEnumerable<ObjectShape> AllCases => [.. Cases, Other];
}

/// <summary>A field of a shape.</summary>
internal sealed class ShapeField
{
    public required string Key { get; init; }

    public required FieldDefinition Definition { get; init; }

    /// <summary>Gets the type, semantic non-null applied.</summary>
    public required TypeReference Type { get; init; }

    /// <summary>Gets what becomes of an error, at the field and in each of its lists; empty where nothing does.</summary>
    public IReadOnlyList<ErrorHandling> Errors { get; init; } = [];

    /// <summary>Gets a value indicating whether an item of a list is a value or an error.</summary>
    public bool HasResultItems => Errors.Skip(1).Contains(ErrorHandling.Result);

    /// <summary>Gets a value indicating whether errors of it, or of what is below it, go to what is around it.</summary>
    public bool MayThrow
    {
        get
        {
            var throws = Child?.MayThrow ?? false;
            for (var level = Errors.Count - 1; level >= 0; level--)
                throws = Errors[level] == ErrorHandling.Throw || (Errors[level] == ErrorHandling.None && throws);
            return throws;
        }
    }

    /// <summary>Gets the shape of a composite field's value, or null for a leaf.</summary>
    public Shape? Child { get; set; }

    public bool IsConditional { get; init; }

    public bool IsHidden { get; init; }

    public string PropertyName { get; set; } = "";

    public bool IsSameAs(ShapeField other) =>
        Key == other.Key && Type == other.Type && ReferenceEquals(Child, other.Child)
        && IsConditional == other.IsConditional && IsHidden == other.IsHidden && Errors.SequenceEqual(other.Errors);
}

using Lathe.Language.TypeSystem;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Overlap;

/// <summary>Selection sets whose fields may meet, as a table of their fields by response key.</summary>
internal sealed class ScopeClass
{
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>Gets or sets the class that this one is part of, or null.</summary>
    public ScopeClass? MergedInto { get; set; }

    public bool Conflicts { get; private set; }

    public int Size { get; private set; }

    public IEnumerable<FieldOccurrence> Fields => _entries.Values.SelectMany(entry => entry.Kept);

    /// <summary>Compares a field with those of its key, and returns one that has selections as a stand-in for all of them.</summary>
    public FieldOccurrence? Put(FieldOccurrence field, ValidationContext context)
    {
        if (!_entries.TryGetValue(field.Node.ResponseKey, out var entry))
        {
            _entries.Add(field.Node.ResponseKey, new Entry(field));
            Size++;
            return null;
        }

        var composite = entry.Composite;
        if (entry.Add(field, context))
            Size++;
        Conflicts |= entry.Conflicts;
        return composite;
    }

    private sealed class Entry
    {
        private readonly FieldOccurrence _first;
        private readonly bool _isStreamed;
        private TypeReference? _type;
        private FieldOccurrence? _onAbstract;
        private Dictionary<string, FieldOccurrence>? _onObjects;

        public Entry(FieldOccurrence first)
        {
            _first = first;
            _type = first.Definition?.Type;
            _isStreamed = first.IsStreamed;
            if (first.ParentType is not ObjectType)
                _onAbstract = first;
            Composite = first.Node.SelectionSet is null ? null : first;
            Kept.Add(first);
        }

        /// <summary>Gets the fields that stand for all: one a parent type.</summary>
        public List<FieldOccurrence> Kept { get; } = new(1);

        /// <summary>Gets a field with selections: those of all others are merged with its.</summary>
        public FieldOccurrence? Composite { get; private set; }

        public bool Conflicts { get; private set; }

        public bool Add(FieldOccurrence field, ValidationContext context)
        {
            Conflicts |= _isStreamed || field.IsStreamed;
            var isNew = _type is null && field.Definition is not null;
            if (isNew)
                _type = field.Definition!.Type;
            else if (field.Definition is { } definition && FieldTypes.Conflict(_type!, definition.Type, context))
                Conflicts = true;
            if (Composite is null && field.Node.SelectionSet is not null)
            {
                Composite = field;
                isNew = true;
            }

            isNew |= Compare(field);
            if (isNew)
                Kept.Add(field);
            return isNew;
        }

        // Fields on an interface or union meet those on any type; fields on two object types never meet.
        private bool Compare(FieldOccurrence field)
        {
            if (field.ParentType is not ObjectType parent)
            {
                if (_onAbstract is not null)
                {
                    Conflicts |= field.Call != _onAbstract.Call;
                    return false;
                }

                _onAbstract = field;
                foreach (var kept in Kept)
                    Conflicts |= field.Call != kept.Call;
                return true;
            }

            Conflicts |= _onAbstract is not null && _onAbstract.Call != field.Call;
            if (_first.ParentType is ObjectType && _first.ParentType.Name == parent.Name)
            {
                Conflicts |= field.Call != _first.Call;
                return false;
            }

            _onObjects ??= new Dictionary<string, FieldOccurrence>(StringComparer.Ordinal);
            if (_onObjects.TryGetValue(parent.Name, out var same))
            {
                Conflicts |= field.Call != same.Call;
                return false;
            }

            _onObjects.Add(parent.Name, field);
            return true;
        }
    }
}

using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Language.Validation.Overlap;

/// <summary>One level of a response as one selection set asks for it: inline fragments flattened, spreads by name.</summary>
internal sealed class FieldScope(SelectionSetSyntax selectionSet)
{
    private Dictionary<string, List<FieldOccurrence>>? _byKey;

    public SelectionSetSyntax SelectionSet { get; } = selectionSet;

    public List<FieldOccurrence> Fields { get; } = [];

    /// <summary>Gets the names of the fragments spread, each once.</summary>
    public List<string> Fragments { get; } = [];

    /// <summary>Gets the fields by response key. Made at first use: most scopes are never compared.</summary>
    public Dictionary<string, List<FieldOccurrence>> ByKey => _byKey ??= Group();

    /// <summary>Gets the fragments that the scope was compared with, and whether only as one that excludes it.</summary>
    public Dictionary<string, bool> ComparedFragments { get; } = new(StringComparer.Ordinal);

    public static FieldScope Create(SelectionSetSyntax selectionSet, NamedType? parentType, Schema schema)
    {
        var scope = new FieldScope(selectionSet);
        scope.Collect(selectionSet, parentType, schema);
        return scope;
    }

    private void Collect(SelectionSetSyntax selectionSet, NamedType? parentType, Schema schema)
    {
        foreach (var selection in selectionSet.Selections)
        {
            if (selection is FieldSyntax field)
                Fields.Add(new FieldOccurrence(field, parentType, (parentType as FieldsType)?.FindField(field.Name.Value)));
            else if (selection is InlineFragmentSyntax inline)
                Collect(inline.SelectionSet, inline.TypeCondition is { } type ? schema.FindType(type.Name.Value) : parentType, schema);
            else if (selection is FragmentSpreadSyntax spread)
                Add(spread.Name.Value);
        }
    }

    private void Add(string fragment)
    {
        if (_fragmentSet.Add(fragment))
            Fragments.Add(fragment);
    }

    private readonly HashSet<string> _fragmentSet = new(StringComparer.Ordinal);

    private Dictionary<string, List<FieldOccurrence>> Group()
    {
        var groups = new Dictionary<string, List<FieldOccurrence>>(StringComparer.Ordinal);
        foreach (var field in Fields)
        {
            if (!groups.TryGetValue(field.Node.ResponseKey, out var group))
                groups.Add(field.Node.ResponseKey, group = []);
            group.Add(field);
        }

        return groups;
    }
}

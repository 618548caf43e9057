using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Language.Validation.Overlap;

/// <summary>One level of a response as one selection set asks for it: inline fragments flattened, spreads by name.</summary>
internal sealed class FieldScope(SelectionSetSyntax selectionSet)
{
    private const int FewNames = 16;
    private Dictionary<string, List<FieldOccurrence>>? _byKey;
    private Dictionary<string, bool>? _comparedFragments;
    private HashSet<string>? _manyFragments;

    public SelectionSetSyntax SelectionSet { get; } = selectionSet;

    public List<FieldOccurrence> Fields { get; } = [];

    /// <summary>Gets the names of the fragments spread, each once.</summary>
    public List<string> Fragments { get; } = [];

    /// <summary>Gets the fields by response key. Made at first use: most scopes are never compared.</summary>
    public Dictionary<string, List<FieldOccurrence>> ByKey => _byKey ??= Group();

    /// <summary>Gets the fragments that the scope was compared with, and whether only as one that excludes it.</summary>
    public Dictionary<string, bool> ComparedFragments => _comparedFragments ??= new(StringComparer.Ordinal);

    /// <summary>Gets a value indicating whether two fields may have one response key, fragments left aside.</summary>
    public bool MayRepeatKeys => Fields.Count > FewNames || RepeatsKeys();

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
        if (Fragments.Count == FewNames)
            _manyFragments ??= new HashSet<string>(Fragments, StringComparer.Ordinal);
        if (_manyFragments?.Add(fragment) ?? !Fragments.Contains(fragment))
            Fragments.Add(fragment);
    }

    private bool RepeatsKeys()
    {
        for (var i = 1; i < Fields.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (Fields[i].Node.ResponseKey == Fields[j].Node.ResponseKey)
                    return true;
            }
        }

        return false;
    }

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

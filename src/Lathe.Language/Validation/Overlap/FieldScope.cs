using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Language.Validation.Overlap;

/// <summary>One level of a response as one selection set asks for it: inline fragments flattened, spreads by name.</summary>
internal sealed class FieldScope(SelectionSetSyntax selectionSet)
{
    private const int FewNames = 16;
    private Dictionary<string, List<FieldOccurrence>>? _byKey;
    private Dictionary<(VariableScope?, ScopedFragment), bool>? _comparedFragments;
    private Dictionary<string, int>? _manyFragments;

    public SelectionSetSyntax SelectionSet { get; } = selectionSet;

    public List<FieldOccurrence> Fields { get; } = [];

    /// <summary>Gets the spreads, each fragment with the same arguments once.</summary>
    public List<FragmentSpreadSyntax> Fragments { get; } = [];

    /// <summary>Gets the fields by response key. Made at first use: most scopes are never compared.</summary>
    public Dictionary<string, List<FieldOccurrence>> ByKey => _byKey ??= Group();

    /// <summary>Gets the fragments that the scope was compared with, by its own variables, and whether only as one that excludes it.</summary>
    public Dictionary<(VariableScope? Own, ScopedFragment Other), bool> ComparedFragments => _comparedFragments ??= [];

    /// <summary>Gets a value indicating whether two fields may have one response key, fragments left aside.</summary>
    public bool MayRepeatKeys => Fields.Count > FewNames || RepeatsKeys();

    public static FieldScope Create(SelectionSetSyntax selectionSet, NamedType? parentType, FieldCatches catches, Schema schema)
    {
        var scope = new FieldScope(selectionSet);
        scope.Collect(selectionSet, parentType, catches, schema);
        return scope;
    }

    private void Collect(SelectionSetSyntax selectionSet, NamedType? parentType, FieldCatches catches, Schema schema)
    {
        foreach (var selection in selectionSet.Selections)
        {
            if (selection is FieldSyntax field)
            {
                var definition = (parentType as FieldsType)?.FindField(field.Name.Value);
                Fields.Add(new FieldOccurrence(field, parentType, definition, catches.Of(field, definition)));
            }
            else if (selection is InlineFragmentSyntax inline)
                Collect(inline.SelectionSet, inline.TypeCondition is { } type ? schema.FindType(type.Name.Value) : parentType, catches, schema);
            else if (selection is FragmentSpreadSyntax spread)
                Add(spread);
        }
    }

    // Of several equal spreads the last one counts.
    private void Add(FragmentSpreadSyntax spread)
    {
        var call = CallText.Of(spread);
        var index = _manyFragments is null ? Fragments.FindIndex(other => CallText.Of(other) == call)
            : _manyFragments.TryGetValue(call, out var known) ? known : -1;
        if (index >= 0)
        {
            Fragments[index] = spread;
            return;
        }

        Fragments.Add(spread);
        if (Fragments.Count == FewNames)
            _manyFragments = Enumerable.Range(0, FewNames).ToDictionary(at => CallText.Of(Fragments[at]), StringComparer.Ordinal);
        else
            _manyFragments?.Add(call, Fragments.Count - 1);
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

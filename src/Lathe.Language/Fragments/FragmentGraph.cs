using Lathe.Language.Collections;
using Lathe.Language.Syntax;

namespace Lathe.Language.Fragments;

/// <summary>Which fragments lead to which. Not safe for use by several threads at once.</summary>
/// <param name="findFragment">Finds a fragment by name, or gives null.</param>
/// <param name="cancellationToken">Stops the work.</param>
internal sealed class FragmentGraph(Func<string, FragmentDefinitionSyntax?> findFragment, CancellationToken cancellationToken = default)
{
    private readonly Dictionary<SelectionSetSyntax, IReadOnlyList<FragmentSpreadSyntax>> _spreads = [];

    /// <summary>Gets the spreads of a selection set in the order of <see cref="FragmentSpreads.In"/>.</summary>
    public IReadOnlyList<FragmentSpreadSyntax> SpreadsOf(SelectionSetSyntax selectionSet)
    {
        if (!_spreads.TryGetValue(selectionSet, out var spreads))
            _spreads.Add(selectionSet, spreads = FragmentSpreads.In(selectionSet));
        return spreads;
    }

    /// <summary>
    /// Gets the fragments that exist and that a selection set reaches, each once and after those that it reaches itself, unless they form a cycle.
    /// </summary>
    public IReadOnlyList<FragmentDefinitionSyntax> Reach(SelectionSetSyntax selectionSet) => Reach([selectionSet]);

    /// <summary>Gets the fragments that selection sets reach together.</summary>
    public IReadOnlyList<FragmentDefinitionSyntax> Reach(IEnumerable<SelectionSetSyntax> selectionSets)
    {
        var reached = new List<FragmentDefinitionSyntax>();
        var isDone = new Dictionary<FragmentDefinitionSyntax, bool>();
        foreach (var selectionSet in selectionSets)
        {
            foreach (var fragment in Spread(selectionSet))
                PostOrder.Visit(fragment, one => Spread(one.SelectionSet), isDone, reached.Add, cancellationToken);
        }

        return reached;
    }

    private IEnumerable<FragmentDefinitionSyntax> Spread(SelectionSetSyntax selectionSet)
    {
        foreach (var spread in SpreadsOf(selectionSet))
        {
            if (findFragment(spread.Name.Value) is { } fragment)
                yield return fragment;
        }
    }
}

using Lathe.Language.Fragments;
using Lathe.Language.Syntax;

namespace Lathe.Language.Advice;

/// <summary>
/// How large an operation is as APIs with limits count it: a node is a field with a selection set, fragments expanded, aliases counted.
/// </summary>
/// <param name="Nodes">How many nodes there are.</param>
/// <param name="Depth">How many nodes nest; a root field with leaves only is 1.</param>
internal readonly record struct OperationSize(int Nodes, int Depth)
{
    /// <summary>Measures an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="findFragment">Finds a fragment by name; one that is not found counts nothing.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The size; numbers stop at <see cref="int.MaxValue"/>. Fragments that form a cycle are counted once.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static OperationSize Measure(
        OperationDefinitionSyntax operation,
        Func<string, FragmentDefinitionSyntax?> findFragment,
        CancellationToken cancellationToken = default) =>
        new Counter(cancellationToken).Count(operation.SelectionSet, new FragmentGraph(findFragment, cancellationToken));

    private OperationSize Beside(OperationSize other) =>
        new((int)Math.Min(int.MaxValue, (long)Nodes + other.Nodes), Math.Max(Depth, other.Depth));

    private OperationSize Within() => new((int)Math.Min(int.MaxValue, Nodes + 1L), Depth + 1);

    /// <summary>
    /// Counts each fragment once, after those that it spreads, and adds it at each spread: fragments that double each other cost nothing.
    /// </summary>
    private sealed class Counter(CancellationToken cancellationToken)
    {
        private readonly Dictionary<string, OperationSize> _fragments = new(StringComparer.Ordinal);

        public OperationSize Count(SelectionSetSyntax selectionSet, FragmentGraph graph)
        {
            foreach (var fragment in graph.Reach(selectionSet))
                _fragments[fragment.Name.Value] = Count(fragment.SelectionSet);
            return Count(selectionSet);
        }

        private OperationSize Count(SelectionSetSyntax selectionSet)
        {
            cancellationToken.ThrowIfCancellationRequested();
            OperationSize size = default;
            foreach (var selection in selectionSet.Selections)
            {
                size = selection switch
                {
                    FieldSyntax { SelectionSet: { } inner } => size.Beside(Count(inner).Within()),
                    InlineFragmentSyntax inline => size.Beside(Count(inline.SelectionSet)),
                    FragmentSpreadSyntax spread => size.Beside(CountFragment(spread.Name.Value)),
                    _ => size,
                };
            }

            return size;
        }

        private OperationSize CountFragment(string name) => _fragments.TryGetValue(name, out var known) ? known : default;
    }
}

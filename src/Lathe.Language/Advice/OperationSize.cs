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
        new Counter(findFragment, cancellationToken).Count(operation.SelectionSet);

    private OperationSize Beside(OperationSize other) =>
        new((int)Math.Min(int.MaxValue, (long)Nodes + other.Nodes), Math.Max(Depth, other.Depth));

    private OperationSize Within() => new((int)Math.Min(int.MaxValue, Nodes + 1L), Depth + 1);

    /// <summary>Counts each fragment once and adds it at each spread: fragments that double each other cost nothing.</summary>
    private sealed class Counter(Func<string, FragmentDefinitionSyntax?> findFragment, CancellationToken cancellationToken)
    {
        private readonly Dictionary<string, OperationSize> _fragments = new(StringComparer.Ordinal);

        public OperationSize Count(SelectionSetSyntax selectionSet)
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

        private OperationSize CountFragment(string name)
        {
            if (_fragments.TryGetValue(name, out var known))
                return known;

            // Chains of fragments may be longer than a thread's stack is deep: each is counted after those that it spreads.
            var open = new Stack<string>();
            Open(name);
            while (open.Count > 0)
            {
                var fragment = findFragment(open.Peek());
                if (fragment is null || !OpenSpreads(fragment.SelectionSet))
                    _fragments[open.Pop()] = fragment is null ? default : Count(fragment.SelectionSet);
            }

            return _fragments[name];

            void Open(string opened)
            {
                _fragments[opened] = default;
                open.Push(opened);
            }

            bool OpenSpreads(SelectionSetSyntax set)
            {
                var before = open.Count;
                foreach (var selection in set.Selections)
                {
                    if (selection is FragmentSpreadSyntax spread && !_fragments.ContainsKey(spread.Name.Value))
                        Open(spread.Name.Value);
                    else if (((selection as FieldSyntax)?.SelectionSet ?? (selection as InlineFragmentSyntax)?.SelectionSet) is { } inner)
                        OpenSpreads(inner);
                }

                return open.Count > before;
            }
        }
    }
}

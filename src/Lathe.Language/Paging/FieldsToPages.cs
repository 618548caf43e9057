using System.Runtime.CompilerServices;
using Lathe.Language.Collections;
using Lathe.Language.Fragments;
using Lathe.Language.Syntax;

namespace Lathe.Language.Paging;

/// <summary>Tells which selections lead to fields with arguments of a kind, so that no others are walked.</summary>
internal sealed class FieldsToPages
{
    // A fragment is checked once for all operations that reach it.
    private static readonly ConditionalWeakTable<SelectionSetSyntax, Content> s_known = new();

    private readonly HashSet<string> _fragments = new(StringComparer.Ordinal);
    private readonly bool _byAnyVariable;

    /// <summary>Looks at an operation and the fragments that it reaches.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="findFragment">Finds a fragment by name.</param>
    /// <param name="byAnyVariable">Whether any argument with a variable counts; else those that say where a page begins.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public FieldsToPages(
        OperationDefinitionSyntax operation,
        Func<string, FragmentDefinitionSyntax?> findFragment, bool byAnyVariable, CancellationToken cancellationToken)
    {
        _byAnyVariable = byAnyVariable;
        // Each fragment comes after those that it spreads, cycles apart, which no valid operation has.
        var isDone = new Dictionary<FragmentDefinitionSyntax, bool>();
        foreach (var fragment in Spread(operation.SelectionSet))
            PostOrder.Visit(fragment, one => Spread(one.SelectionSet), isDone, Note, cancellationToken);

        IEnumerable<FragmentDefinitionSyntax> Spread(SelectionSetSyntax set) =>
            ContentOf(set).Spreads.Select(findFragment).OfType<FragmentDefinitionSyntax>();

        void Note(FragmentDefinitionSyntax fragment)
        {
            if (Lead(fragment.SelectionSet))
                _fragments.Add(fragment.Name.Value);
        }
    }

    /// <summary>Tells whether a selection set leads to such a field, at any depth.</summary>
    public bool Lead(SelectionSetSyntax set)
    {
        var content = ContentOf(set);
        return (_byAnyVariable ? content.HasVariables : content.Moves) || content.Spreads.Any(_fragments.Contains);
    }

    private static Content ContentOf(SelectionSetSyntax set) => s_known.GetValue(set, static own => new Content(own));

    private sealed class Content
    {
        public Content(SelectionSetSyntax set)
        {
            Spreads = FragmentSpreads.NamesIn(set);
            var pending = new Stack<SelectionSetSyntax>([set]);
            while (pending.Count > 0)
            {
                foreach (var selection in pending.Pop().Selections)
                {
                    if (selection is FieldSyntax field)
                        Look(field);
                    if (selection is FieldSyntax { SelectionSet: { } below })
                        pending.Push(below);
                    else if (selection is InlineFragmentSyntax inline)
                        pending.Push(inline.SelectionSet);
                }
            }
        }

        public IReadOnlyList<string> Spreads { get; }

        public bool Moves { get; private set; }

        public bool HasVariables { get; private set; }

        private void Look(FieldSyntax field)
        {
            foreach (var argument in field.Arguments)
            {
                Moves |= PagingArguments.Moves(argument);
                HasVariables |= argument.Value is VariableSyntax or ObjectValueSyntax or ListValueSyntax;
            }
        }
    }
}

using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>An empty selection set is legal since September 2026; servers of earlier editions refuse it as a syntax error.</summary>
/// <remarks><see href="https://spec.graphql.org/September2026/#sec-Selection-Sets">Specification</see>.</remarks>
internal sealed class EmptySelectionSetRule : ISelectionSetRule, IInlineFragmentRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL2016", "EmptySelectionSet", "Selection set is empty", ErrorSeverity.Warning);

    private const string Message =
        "The selection set is empty. Servers of an edition before September 2026 refuse it: select __typename for them.";

    public void EnterSelectionSet(SelectionSetSyntax selectionSet, ValidationContext context) => Check(selectionSet, context);

    public void EnterInlineFragment(InlineFragmentSyntax fragment, ValidationContext context) => Check(fragment.SelectionSet, context);

    private static void Check(SelectionSetSyntax selectionSet, ValidationContext context)
    {
        if (selectionSet.Selections.Count == 0)
            context.Report(Descriptor, Message, selectionSet);
    }
}

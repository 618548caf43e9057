using Lathe.Language.Syntax;

namespace Lathe.Generator.Binding;

/// <summary>Tells which operations a server may answer in parts: those with <c>@defer</c> or <c>@stream</c>.</summary>
internal static class IncrementalDelivery
{
    public static bool IsAskedFor(
        OperationDefinitionSyntax operation, IEnumerable<FragmentDefinitionSyntax> fragments, CancellationToken cancellationToken) =>
        IsAskedFor(operation.SelectionSet, cancellationToken) || fragments.Any(fragment => IsAskedFor(fragment.SelectionSet, cancellationToken));

    private static bool IsAskedFor(SelectionSetSyntax set, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return set.Selections.Any(selection =>
            selection.Directives.Any(static one => one.Name.Value is "defer" or "stream")
            || selection switch
            {
                FieldSyntax { SelectionSet: { } inner } => IsAskedFor(inner, cancellationToken),
                InlineFragmentSyntax inline => IsAskedFor(inline.SelectionSet, cancellationToken),
                _ => false,
            });
    }
}

using Lathe.Language.Syntax;

namespace Lathe.Generator.Binding;

/// <summary>Tells which operations a server may answer in parts: those with <c>@defer</c> or <c>@stream</c>.</summary>
internal static class IncrementalDelivery
{
    public static bool IsAskedFor(OperationDefinitionSyntax operation, IEnumerable<FragmentDefinitionSyntax> fragments) =>
        IsAskedFor(operation.SelectionSet) || fragments.Any(static fragment => IsAskedFor(fragment.SelectionSet));

    private static bool IsAskedFor(SelectionSetSyntax set) => set.Selections.Any(static selection =>
        selection.Directives.Any(static one => one.Name.Value is "defer" or "stream")
        || selection switch
        {
            FieldSyntax { SelectionSet: { } inner } => IsAskedFor(inner),
            InlineFragmentSyntax inline => IsAskedFor(inline.SelectionSet),
            _ => false,
        });
}

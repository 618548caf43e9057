using Lathe.Language.Syntax;

namespace Lathe.Language.Validation.Expansion;

/// <summary>An operation with the fragments that it reaches, without fragment arguments: what any server understands.</summary>
/// <param name="Operation">The operation; the same object where nothing had to be expanded.</param>
/// <param name="Fragments">Its fragments: one of several argument sets is there once for each, under a name of its own.</param>
/// <param name="Origins">The selection sets that those of the copies were made of; empty where nothing had to be expanded.</param>
internal sealed record ExpandedOperation(
    OperationDefinitionSyntax Operation,
    IReadOnlyList<FragmentDefinitionSyntax> Fragments,
    IReadOnlyDictionary<SelectionSetSyntax, SelectionSetSyntax> Origins)
{
    /// <summary>Gets a value indicating whether there were fragment arguments.</summary>
    public bool IsCopy => Origins.Count > 0;

    /// <summary>Gets the selection set as the documents have it.</summary>
    public SelectionSetSyntax OriginOf(SelectionSetSyntax set) => Origins.TryGetValue(set, out var origin) ? origin : set;
}

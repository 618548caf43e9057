using Lathe.Language.Syntax;

namespace Lathe.Language.Validation.Expansion;

/// <summary>
/// Compiles fragment arguments away: each fragment is copied for each different set of arguments, with the values in place of its variables. What a
/// response looks like does not depend on the arguments, so that types are made of the fragments as they are written.
/// </summary>
internal static class FragmentExpansion
{
    private static readonly Dictionary<SelectionSetSyntax, SelectionSetSyntax> s_noOrigins = [];

    /// <summary>Expands a valid operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="fragments">The fragments that it reaches.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What is sent; the operation and the fragments themselves where none of them has arguments.</returns>
    /// <exception cref="InvalidOperationException">The operation cannot be expanded, which validation says.</exception>
    public static ExpandedOperation Expand(
        OperationDefinitionSyntax operation, IReadOnlyList<FragmentDefinitionSyntax> fragments, CancellationToken cancellationToken)
    {
        var expanded = Expand(operation, fragments, cancellationToken, out var problem);
        return problem is null ? expanded : throw new InvalidOperationException(problem.Message);
    }

    /// <summary>Expands an operation that may not be.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="fragments">The fragments that it reaches.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <param name="problem">Why it cannot be expanded, or null.</param>
    /// <returns>The expanded operation, of no use where there is a problem.</returns>
    public static ExpandedOperation Expand(
        OperationDefinitionSyntax operation,
        IReadOnlyList<FragmentDefinitionSyntax> fragments,
        CancellationToken cancellationToken,
        out ExpansionProblem? problem)
    {
        problem = null;
        if (!fragments.Any(static fragment => fragment.VariableDefinitions.Count > 0))
            return new ExpandedOperation(operation, fragments, s_noOrigins);
        var work = new ExpansionWork(cancellationToken);
        var origins = new Dictionary<SelectionSetSyntax, SelectionSetSyntax>();
        var byName = fragments.ToDictionary(static fragment => fragment.Name.Value, StringComparer.Ordinal);
        var variants = new FragmentVariants(new OperationVariables(operation), byName, work);
        var set = new SelectionCopier(variants, FragmentVariants.NoValues, false, origins, work).Copy(operation.SelectionSet);
        var copies = new List<FragmentDefinitionSyntax>();

        // A queue, not recursion: a chain of fragments may be as long as the documents.
        while (variants.Pending.Count > 0 && work.Problem is null)
            copies.Add(Copy(variants.Pending.Dequeue(), variants, origins, work));
        problem = work.Problem;
        return new ExpandedOperation(With(operation, set), copies, origins);
    }

    private static FragmentDefinitionSyntax Copy(
        FragmentVariant variant, FragmentVariants variants, Dictionary<SelectionSetSyntax, SelectionSetSyntax> origins, ExpansionWork work)
    {
        var fragment = variant.Fragment;
        var copier = new SelectionCopier(variants, variant.Values, !variant.IsFirst, origins, work);
        return Copies.At(fragment, new FragmentDefinitionSyntax
        {
            Description = fragment.Description,
            Name = variant.IsFirst ? fragment.Name : Copies.At(fragment.Name, new NameSyntax { Value = variant.Name }),
            TypeCondition = fragment.TypeCondition,
            Directives = copier.Copy(fragment.Directives),
            SelectionSet = copier.Copy(fragment.SelectionSet),
        });
    }

    private static OperationDefinitionSyntax With(OperationDefinitionSyntax operation, SelectionSetSyntax set) =>
        Copies.At(operation, new OperationDefinitionSyntax
        {
            Description = operation.Description,
            OperationType = operation.OperationType,
            Name = operation.Name,
            VariableDefinitions = operation.VariableDefinitions,
            Directives = operation.Directives,
            SelectionSet = set,
        });
}

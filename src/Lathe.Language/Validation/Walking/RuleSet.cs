namespace Lathe.Language.Validation.Walking;

/// <summary>The rules sorted by the kinds of node that they look at, so that a node costs only the rules that want it.</summary>
internal sealed class RuleSet(List<IValidationRule> rules)
{
    public IDefinitionRule[] Definitions { get; } = Select<IDefinitionRule>(rules);

    public IOperationRule[] Operations { get; } = Select<IOperationRule>(rules);

    public IFragmentDefinitionRule[] FragmentDefinitions { get; } = Select<IFragmentDefinitionRule>(rules);

    public IVariableDefinitionRule[] VariableDefinitions { get; } = Select<IVariableDefinitionRule>(rules);

    public ISelectionSetRule[] SelectionSets { get; } = Select<ISelectionSetRule>(rules);

    public IFieldRule[] Fields { get; } = Select<IFieldRule>(rules);

    public IFragmentSpreadRule[] FragmentSpreads { get; } = Select<IFragmentSpreadRule>(rules);

    public IInlineFragmentRule[] InlineFragments { get; } = Select<IInlineFragmentRule>(rules);

    public IDirectivesRule[] DirectiveLists { get; } = Select<IDirectivesRule>(rules);

    public IDirectiveRule[] Directives { get; } = Select<IDirectiveRule>(rules);

    public IArgumentsRule[] ArgumentLists { get; } = Select<IArgumentsRule>(rules);

    public IArgumentRule[] Arguments { get; } = Select<IArgumentRule>(rules);

    public IValueRule[] Values { get; } = Select<IValueRule>(rules);

    public IObjectFieldRule[] ObjectFields { get; } = Select<IObjectFieldRule>(rules);

    public IClosureRule[] Closures { get; } = Select<IClosureRule>(rules);

    public IDocumentsRule[] Documents { get; } = Select<IDocumentsRule>(rules);

    private static T[] Select<T>(List<IValidationRule> rules)
    {
        var selected = new List<T>();
        foreach (var rule in rules)
        {
            if (rule is T wanted)
                selected.Add(wanted);
        }

        return [.. selected];
    }
}

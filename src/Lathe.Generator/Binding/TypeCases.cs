using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Binding;

/// <summary>Types that an abstract place can hold and for which the selections say the same.</summary>
/// <param name="Label">The type's name, or that of the condition that they share.</param>
/// <param name="TypeNames">The object types in the order of the schema.</param>
internal sealed record TypeCase(string Label, IReadOnlyList<string> TypeNames);

/// <summary>Finds which types the selections of an abstract place tell apart.</summary>
internal sealed class TypeCases(Schema schema, DocumentIndex documents, TypenameNeeds typenames, FieldCollector collector)
{
    /// <summary>Groups the possible types by the selections that apply to them; types with nothing of their own are left out.</summary>
    public IReadOnlyList<TypeCase> Group(IReadOnlyList<ScopedSet> sets, NamedType place)
    {
        if (!place.IsAbstract)
            return [];
        var groups = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var typeName in Candidates(sets, place))
        {
            List<SyntaxNode> narrowings = collector.Collect(sets, typeName, place.Name).Narrowings;
            if (narrowings.Count == 0)
                continue;
            var signature = string.Join(",", narrowings.Select(static node => node.Span.Start + "@" + node.Source.Path));
            if (!groups.TryGetValue(signature, out var types))
                groups.Add(signature, types = []);
            types.Add(typeName);
            labels[signature] = Label(narrowings);
        }

        return [.. groups.Select(group => new TypeCase(group.Value.Count == 1 ? group.Value[0] : labels[group.Key], group.Value))
            .OrderBy(static one => one.Label, StringComparer.Ordinal)
            .ThenBy(static one => one.TypeNames[0], StringComparer.Ordinal)];
    }

    private IEnumerable<string> Candidates(IReadOnlyList<ScopedSet> sets, NamedType place)
    {
        var conditions = new HashSet<string>(StringComparer.Ordinal);
        var visited = new HashSet<string>(StringComparer.Ordinal);
        foreach (ScopedSet scoped in sets)
            AddConditions(scoped.Set, place, conditions, visited);
        if (conditions.Count == 0)
            return [];
        var narrowed = new HashSet<string>(conditions.SelectMany(schema.GetPossibleTypes), StringComparer.Ordinal);
        return schema.GetPossibleTypes(place.Name).Where(narrowed.Contains);
    }

    private void AddConditions(SelectionSetSyntax set, NamedType place, HashSet<string> conditions, HashSet<string> visited)
    {
        foreach (SelectionSyntax selection in set.Selections)
        {
            if (selection is InlineFragmentSyntax inline)
            {
                AddCondition(inline.TypeCondition, place, conditions);
                AddConditions(inline.SelectionSet, place, conditions, visited);
            }
            else if (selection is FragmentSpreadSyntax spread && visited.Add(spread.Name.Value)
                && documents.FindFragment(spread.Name.Value) is { } fragment)
            {
                AddCondition(fragment.TypeCondition, place, conditions);
                AddConditions(fragment.SelectionSet, place, conditions, visited);
            }
        }
    }

    private void AddCondition(NamedTypeSyntax? condition, NamedType place, HashSet<string> conditions)
    {
        if (condition is not null && !typenames.Covers(condition.Name.Value, place.Name))
            conditions.Add(condition.Name.Value);
    }

    // The narrowest shared conditions name the group: "Actor", or "ActorAndNode".
    private string Label(List<SyntaxNode> narrowings)
    {
        var names = narrowings.Select(ConditionOf).Distinct(StringComparer.Ordinal).ToList();
        var narrowest = names.Where(name => !names.Exists(other => other != name && typenames.Covers(name, other)));
        return string.Join("And", narrowest.OrderBy(static name => name, StringComparer.Ordinal));
    }

    private static string ConditionOf(SyntaxNode node) => node switch
    {
        InlineFragmentSyntax inline => inline.TypeCondition!.Name.Value,
        FragmentDefinitionSyntax fragment => fragment.TypeCondition.Name.Value,
        _ => "",
    };
}

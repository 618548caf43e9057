using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Binding;

/// <summary>Types that an abstract place can hold and for which the selections say the same.</summary>
/// <param name="Label">The type's name, or that of the condition that they share.</param>
/// <param name="TypeNames">The object types in the order of the schema.</param>
internal sealed record TypeCase(string Label, IReadOnlyList<string> TypeNames);

/// <summary>Finds which types the selections of an abstract place tell apart.</summary>
internal sealed class TypeCases(ClientContext context, BindingWork work)
{
    /// <summary>Groups the possible types by the type conditions that they meet; types that meet none are left out.</summary>
    public IReadOnlyList<TypeCase> Group(GroupContent content, NamedType place)
    {
        if (!place.IsAbstract || content.Narrowings.Count == 0)
            return [];
        TypeGuard[] guards = [.. content.Narrowings.Where(guard => !guard.Covers(place.Name, context.Typenames))];
        if (guards.Length == 0)
            return [];
        var groups = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var typeName in Candidates(guards, place))
        {
            TypeGuard[] met = [.. guards.Where(guard => Covers(guard, typeName))];
            if (met.Length == 0)
                continue;
            var signature = string.Join(",", met.Select(guard => Array.IndexOf(guards, guard)));
            if (!groups.TryGetValue(signature, out var types))
                groups.Add(signature, types = []);
            types.Add(typeName);
            if (!labels.ContainsKey(signature))
                labels.Add(signature, Label(met, place));
        }

        return [.. groups.Select(group => new TypeCase(group.Value.Count == 1 ? group.Value[0] : labels[group.Key], group.Value))
            .OrderBy(static one => one.Label, StringComparer.Ordinal)
            .ThenBy(static one => one.TypeNames[0], StringComparer.Ordinal)];
    }

    private IEnumerable<string> Candidates(TypeGuard[] guards, NamedType place)
    {
        var narrowed = new HashSet<string>(Conditions(guards, place).SelectMany(context.Schema.GetPossibleTypes), StringComparer.Ordinal);
        return context.Schema.GetPossibleTypes(place.Name).Where(narrowed.Contains);
    }

    private IEnumerable<string> Conditions(IEnumerable<TypeGuard> guards, NamedType place) =>
        guards.SelectMany(static guard => guard.Names).Distinct(StringComparer.Ordinal).Where(name => !context.Typenames.Covers(name, place.Name));

    private bool Covers(TypeGuard guard, string typeName)
    {
        work.Step();
        return guard.Covers(typeName, context.Typenames);
    }

    // The narrowest shared conditions name the group: "Actor", or "ActorAndNode".
    private string Label(IEnumerable<TypeGuard> met, NamedType place)
    {
        var names = Conditions(met, place).ToList();
        var narrowest = names.Where(name => !names.Exists(other => other != name && context.Typenames.Covers(name, other)));
        return string.Join("And", narrowest.OrderBy(static name => name, StringComparer.Ordinal));
    }
}

using Lathe.Language.Validation.Fragments;

namespace Lathe.Language.Validation.Walking;

/// <summary>Which fragments the operations use, directly or through other fragments.</summary>
internal static class FragmentUse
{
    public static HashSet<string> FindUsed(ValidationContext context)
    {
        var spreads = new Dictionary<string, DefinitionFacts>(StringComparer.Ordinal);
        var pending = new Stack<DefinitionFacts>();
        foreach (var facts in context.Facts)
        {
            if (facts.Definition is Syntax.FragmentDefinitionSyntax fragment)
                spreads[fragment.Name.Value] = facts;
            else
                pending.Push(facts);
        }

        var used = new HashSet<string>(StringComparer.Ordinal);
        while (pending.Count > 0)
        {
            foreach (var spread in pending.Pop().Spreads)
            {
                if (spreads.TryGetValue(spread.Name.Value, out var facts) && used.Add(spread.Name.Value))
                    pending.Push(facts);
            }
        }

        return used;
    }
}

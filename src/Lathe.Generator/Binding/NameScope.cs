namespace Lathe.Generator.Binding;

/// <summary>Hands out names that differ from each other also when case is ignored, the first wish first.</summary>
internal sealed class NameScope
{
    private static readonly HashSet<string> s_none = [];

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _everywhere;

    /// <param name="reserved">Names to hand out to nobody.</param>
    public NameScope(params string[] reserved)
        : this(s_none, reserved)
    {
    }

    /// <param name="everywhere">What no scope of the kind hands out, whatever its case. It is shared, and never changed.</param>
    /// <param name="reserved">What this one does not hand out either.</param>
    public NameScope(HashSet<string> everywhere, string[] reserved)
    {
        _everywhere = everywhere;
        _taken.UnionWith(reserved);
    }

    /// <summary>Takes the first free candidate, or the last one with the lowest free number.</summary>
    public string Take(params string[] candidates) => Take(static _ => true, candidates);

    /// <summary>Takes the first candidate that is free and accepted, or the last one with the lowest number that is both.</summary>
    public string Take(Func<string, bool> accept, params string[] candidates)
    {
        foreach (var candidate in candidates)
        {
            if (accept(candidate) && Add(candidate))
                return candidate;
        }

        for (var number = 2; ; number++)
        {
            var numbered = candidates[candidates.Length - 1] + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (accept(numbered) && Add(numbered))
                return numbered;
        }
    }

    public bool IsFree(string name) => !_taken.Contains(name) && !_everywhere.Contains(name);

    public void Reserve(string name) => _taken.Add(name);

    private bool Add(string name) => !_everywhere.Contains(name) && _taken.Add(name);
}

using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Overlap;

/// <summary>
/// Finds the conflicts, and which fields they are between, by comparing scopes in pairs, each pair once. The pairs may be
/// as many as the square of the scopes, hence a budget of comparisons and a depth; it runs only where
/// <see cref="ScopeMerger"/> could not rule conflicts out.
/// </summary>
internal sealed class ConflictSearch(ValidationContext context, FieldScopes scopes, long budget)
{
    private const int DeepestRecursion = 500;
    private readonly Dictionary<(string First, string Second), bool> _comparedFragments = [];
    private int _depth;

    /// <summary>Gets how many comparisons were made.</summary>
    public long Steps { get; private set; }

    /// <summary>Gets a value indicating whether the budget ended the search.</summary>
    public bool IsExhausted { get; private set; }

    /// <summary>Finds the conflicts among the fields of one scope, those of its fragments included.</summary>
    public List<Conflict> FindWithin(FieldScope scope)
    {
        var conflicts = new List<Conflict>();
        foreach (var group in scope.ByKey.Values)
        {
            for (var i = 0; i < group.Count && !IsExhausted; i++)
            {
                for (var j = i + 1; j < group.Count && !IsExhausted; j++)
                    Compare(conflicts, false, group[i], group[j]);
            }
        }

        for (var i = 0; i < scope.Fragments.Count; i++)
        {
            CompareWithFragment(conflicts, false, scope, scope.Fragments[i]);
            for (var j = i + 1; j < scope.Fragments.Count; j++)
                CompareFragments(conflicts, false, scope.Fragments[i], scope.Fragments[j]);
        }

        return conflicts;
    }

    private void CompareWithFragment(List<Conflict> conflicts, bool exclusive, FieldScope scope, string name)
    {
        if (!Enter())
            return;
        var isNew = !scope.ComparedFragments.TryGetValue(name, out var compared) || (compared && !exclusive);
        if (isNew && scope.Fields.Count > 0)
        {
            scope.ComparedFragments[name] = exclusive;
            if (scopes.OfFragment(name) is { } fragment && fragment != scope)
            {
                CompareFields(conflicts, exclusive, scope, fragment);
                foreach (var inner in fragment.Fragments)
                    CompareWithFragment(conflicts, exclusive, scope, inner);
            }
        }

        _depth--;
    }

    private void CompareFragments(List<Conflict> conflicts, bool exclusive, string first, string second)
    {
        if (first == second || !Enter())
            return;
        if (IsNewPair(first, second, exclusive) && scopes.OfFragment(first) is { } firstScope && scopes.OfFragment(second) is { } secondScope)
        {
            CompareFields(conflicts, exclusive, firstScope, secondScope);
            foreach (var inner in secondScope.Fragments)
                CompareFragments(conflicts, exclusive, first, inner);
            foreach (var inner in firstScope.Fragments)
                CompareFragments(conflicts, exclusive, inner, second);
        }

        _depth--;
    }

    // A comparison of fragments that may meet says all that one of fragments that exclude each other would.
    private bool IsNewPair(string first, string second, bool exclusive)
    {
        var key = string.CompareOrdinal(first, second) < 0 ? (first, second) : (second, first);
        if (_comparedFragments.TryGetValue(key, out var compared) && (exclusive || !compared))
            return false;
        _comparedFragments[key] = exclusive;
        return true;
    }

    private void CompareScopes(List<Conflict> conflicts, bool exclusive, FieldScope first, FieldScope second)
    {
        CompareFields(conflicts, exclusive, first, second);
        foreach (var name in second.Fragments)
            CompareWithFragment(conflicts, exclusive, first, name);
        foreach (var name in first.Fragments)
            CompareWithFragment(conflicts, exclusive, second, name);
        foreach (var firstName in first.Fragments)
        {
            foreach (var secondName in second.Fragments)
                CompareFragments(conflicts, exclusive, firstName, secondName);
        }
    }

    private void CompareFields(List<Conflict> conflicts, bool exclusive, FieldScope first, FieldScope second)
    {
        foreach (var group in first.ByKey)
        {
            Steps++;
            if (!second.ByKey.TryGetValue(group.Key, out var others))
                continue;
            foreach (var field in group.Value)
            {
                foreach (var other in others)
                {
                    if (!IsExhausted)
                        Compare(conflicts, exclusive, field, other);
                }
            }
        }
    }

    private void Compare(List<Conflict> conflicts, bool exclusive, FieldOccurrence first, FieldOccurrence second)
    {
        if (!Enter())
            return;
        exclusive |= first.Excludes(second);
        if (Reason(exclusive, first, second) is { } reason)
        {
            conflicts.Add(new Conflict(first.Node.ResponseKey, reason, [first.Node], [second.Node]));
        }
        else if (scopes.Below(first) is { } firstBelow && scopes.Below(second) is { } secondBelow)
        {
            var below = new List<Conflict>();
            CompareScopes(below, exclusive, firstBelow, secondBelow);
            if (below.Count > 0)
                conflicts.Add(Conflict.OfBelow(first, second, below));
        }

        _depth--;
    }

    private string? Reason(bool exclusive, FieldOccurrence first, FieldOccurrence second)
    {
        if (!exclusive)
        {
            if (first.Node.Name.Value != second.Node.Name.Value)
                return $"\"{first.Node.Name.Value}\" and \"{second.Node.Name.Value}\" are different fields";
            if (first.Call != second.Call)
                return "they have differing arguments";
        }

        if (first.IsStreamed || second.IsStreamed)
            return "they have overlapping stream directives";
        return first.Definition?.Type is { } type && second.Definition?.Type is { } other && FieldTypes.Conflict(type, other, context)
            ? $"they return conflicting types \"{type}\" and \"{other}\""
            : null;
    }

    private bool Enter()
    {
        if (IsExhausted || ++Steps > budget || _depth >= DeepestRecursion)
        {
            IsExhausted = true;
            return false;
        }

        if ((Steps & 1023) == 0)
            context.CancellationToken.ThrowIfCancellationRequested();
        _depth++;
        return true;
    }
}

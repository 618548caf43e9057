using Lathe.Language.Syntax;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Overlap;

/// <summary>
/// Finds the conflicts, and which fields they are between, by comparing scopes in pairs, each pair once. The pairs may be
/// as many as the square of the scopes, hence a budget of comparisons and a depth; it runs only where
/// <see cref="ScopeMerger"/> could not rule conflicts out.
/// </summary>
internal sealed class ConflictSearch(ValidationContext context, FieldScopes scopes, VariableScopes variables, long budget)
{
    private const int DeepestRecursion = 500;
    private readonly Dictionary<(ScopedFragment First, ScopedFragment Second), bool> _comparedFragments = [];
    private int _depth;

    /// <summary>Gets how many comparisons were made.</summary>
    public long Steps { get; private set; }

    /// <summary>Gets a value indicating whether the budget ended the search.</summary>
    public bool IsExhausted { get; private set; }

    /// <summary>Gets the pairs of spreads of one fragment whose arguments differ where their fields meet.</summary>
    public List<(FragmentSpreadSyntax First, FragmentSpreadSyntax Second)> Spreads { get; } = [];

    /// <summary>Finds the conflicts among the fields of one scope, those of its fragments included.</summary>
    public List<Conflict> FindWithin(FieldScope scope, VariableScope? values)
    {
        var conflicts = new List<Conflict>();
        foreach (var group in scope.ByKey.Values)
        {
            for (var i = 0; i < group.Count && !IsExhausted; i++)
            {
                for (var j = i + 1; j < group.Count && !IsExhausted; j++)
                    Compare(conflicts, false, group[i], values, group[j], values);
            }
        }

        var spreads = variables.SpreadsOf(scope, values);
        for (var i = 0; i < spreads.Count; i++)
        {
            CompareWithFragment(conflicts, false, scope, values, spreads[i].Fragment);
            for (var j = i + 1; j < spreads.Count; j++)
                CompareFragments(conflicts, false, spreads[i], spreads[j]);
        }

        return conflicts;
    }

    private void CompareWithFragment(List<Conflict> conflicts, bool exclusive, FieldScope scope, VariableScope? values, ScopedFragment other)
    {
        if (!Enter())
            return;
        var isNew = !scope.ComparedFragments.TryGetValue((values, other), out var compared) || (compared && !exclusive);
        if (isNew && scope.Fields.Count > 0)
        {
            scope.ComparedFragments[(values, other)] = exclusive;
            if (scopes.OfFragment(other.Name) is { } fragment && (fragment != scope || other.Variables != values))
            {
                CompareFields(conflicts, exclusive, scope, values, fragment, other.Variables);
                foreach (var inner in variables.SpreadsOf(fragment, other.Variables))
                    CompareWithFragment(conflicts, exclusive, scope, values, inner.Fragment);
            }
        }

        _depth--;
    }

    private void CompareFragments(List<Conflict> conflicts, bool exclusive, ScopedSpread first, ScopedSpread second)
    {
        if (first.Fragment == second.Fragment || !Enter())
            return;
        var (one, other) = (first.Fragment, second.Fragment);
        if (one.Name == other.Name)
        {
            if (IsNewPair(one, other, false))
                Spreads.Add((first.Node, second.Node));
        }
        else if (IsNewPair(one, other, exclusive) && scopes.OfFragment(one.Name) is { } oneScope && scopes.OfFragment(other.Name) is { } otherScope)
        {
            CompareFields(conflicts, exclusive, oneScope, one.Variables, otherScope, other.Variables);
            foreach (var inner in variables.SpreadsOf(otherScope, other.Variables))
                CompareFragments(conflicts, exclusive, first, inner);
            foreach (var inner in variables.SpreadsOf(oneScope, one.Variables))
                CompareFragments(conflicts, exclusive, inner, second);
        }

        _depth--;
    }

    // Comparing fragments that can apply together covers the case in which they exclude each other.
    private bool IsNewPair(in ScopedFragment first, in ScopedFragment second, bool exclusive)
    {
        if (_comparedFragments.TryGetValue((second, first), out var compared) && (exclusive || !compared))
            return false;
        if (_comparedFragments.TryGetValue((first, second), out compared) && (exclusive || !compared))
            return false;
        _comparedFragments[(first, second)] = exclusive;
        return true;
    }

    private void CompareScopes(
        List<Conflict> conflicts, bool exclusive, FieldScope first, VariableScope? firstValues, FieldScope second, VariableScope? secondValues)
    {
        CompareFields(conflicts, exclusive, first, firstValues, second, secondValues);
        var (firstSpreads, secondSpreads) = (variables.SpreadsOf(first, firstValues), variables.SpreadsOf(second, secondValues));
        foreach (var spread in secondSpreads)
            CompareWithFragment(conflicts, exclusive, first, firstValues, spread.Fragment);
        foreach (var spread in firstSpreads)
            CompareWithFragment(conflicts, exclusive, second, secondValues, spread.Fragment);
        foreach (var firstSpread in firstSpreads)
        {
            foreach (var secondSpread in secondSpreads)
                CompareFragments(conflicts, exclusive, firstSpread, secondSpread);
        }
    }

    private void CompareFields(
        List<Conflict> conflicts, bool exclusive, FieldScope first, VariableScope? firstValues, FieldScope second, VariableScope? secondValues)
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
                        Compare(conflicts, exclusive, field, firstValues, other, secondValues);
                }
            }
        }
    }

    private void Compare(
        List<Conflict> conflicts,
        bool exclusive,
        FieldOccurrence first,
        VariableScope? firstValues,
        FieldOccurrence second,
        VariableScope? secondValues)
    {
        if (!Enter())
            return;
        exclusive |= first.Excludes(second);
        if (Reason(exclusive, first, second, firstValues == secondValues) is { } reason)
        {
            conflicts.Add(new Conflict(first.Node.ResponseKey, reason, [first.Node], [second.Node]));
        }
        else if (scopes.Below(first) is { } firstBelow && scopes.Below(second) is { } secondBelow)
        {
            var below = new List<Conflict>();
            CompareScopes(below, exclusive, firstBelow, firstValues, secondBelow, secondValues);
            if (below.Count > 0)
                conflicts.Add(Conflict.OfBelow(first, second, below));
        }

        _depth--;
    }

    private string? Reason(bool exclusive, FieldOccurrence first, FieldOccurrence second, bool sameValues)
    {
        if (!exclusive)
        {
            if (first.Node.Name.Value != second.Node.Name.Value)
                return $"\"{first.Node.Name.Value}\" and \"{second.Node.Name.Value}\" are different fields";
            if (first.Catches != second.Catches)
                return "they treat errors differently, by @catch or @catchByDefault";
            if (first.Call != second.Call || (!sameValues && (first.UsesFragmentVariables || second.UsesFragmentVariables)))
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

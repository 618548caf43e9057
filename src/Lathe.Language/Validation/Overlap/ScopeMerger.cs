using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Overlap;

/// <summary>
/// Tells in near-linear time that documents have no conflict. It merges, once and for all, every two selection sets
/// whose fields may meet in a response: a set with the fragments it spreads, and the sets below two fields of one response
/// key. A field is kept once a class for each parent, and all that meet are compared with those kept.
/// </summary>
/// <remarks>
/// Bound: a merge makes two classes one, so there are fewer merges than selection sets, and the smaller table always
/// moves into the larger, so that a field moves at most log2(fields) times: O(n log n) table operations in all.
/// Merging is transitive where meeting is not: it may see a conflict where there is none, never miss one. So its "no" is
/// final and its "maybe" is for <see cref="ConflictSearch"/> to decide.
/// </remarks>
internal sealed class ScopeMerger(ValidationContext context, FieldScopes scopes)
{
    private readonly Dictionary<FieldScope, ScopeClass> _classes = [];
    private readonly Stack<(FieldScope First, FieldScope Second)> _pending = new();

    /// <summary>Gets how many fields were put into tables.</summary>
    public long Steps { get; private set; }

    public bool MayConflict(List<FieldScope> all)
    {
        foreach (var scope in all)
        {
            if (scope.Fragments.Count == 0 && !scope.MayRepeatKeys)
                continue;
            foreach (var spread in scope.Fragments)
            {
                if (scopes.OfFragment(spread.Name.Value) is { } fragment)
                    _pending.Push((scope, fragment));
            }

            if (ClassOf(scope).Conflicts || !Settle())
                return true;
        }

        return false;
    }

    private bool Settle()
    {
        while (_pending.Count > 0)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var (first, second) = _pending.Pop();
            var (larger, smaller) = (ClassOf(first), ClassOf(second));
            if (larger == smaller)
                continue;
            if (larger.Size < smaller.Size)
                (larger, smaller) = (smaller, larger);
            smaller.MergedInto = larger;
            foreach (var field in smaller.Fields)
                Put(field, larger);
            if (larger.Conflicts || smaller.Conflicts)
                return false;
        }

        return true;
    }

    private ScopeClass ClassOf(FieldScope scope)
    {
        if (!_classes.TryGetValue(scope, out var found))
        {
            _classes.Add(scope, found = new ScopeClass());
            foreach (var field in scope.Fields)
                Put(field, found);
            return found;
        }

        while (found.MergedInto is { } next)
        {
            if (next.MergedInto is { } afterNext)
                found.MergedInto = afterNext;
            found = next;
        }

        return found;
    }

    private void Put(FieldOccurrence field, ScopeClass target)
    {
        Steps++;
        if (target.Put(field, context) is { } kept && field.Node.SelectionSet is not null && scopes.Below(kept) is { } first
            && scopes.Below(field) is { } second)
            _pending.Push((first, second));
    }
}

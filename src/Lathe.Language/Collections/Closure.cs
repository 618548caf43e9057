namespace Lathe.Language.Collections;

/// <summary>Finds all that can be reached.</summary>
internal static class Closure
{
    /// <summary>Finds all that can be reached from some, these included.</summary>
    /// <typeparam name="T">What is reached.</typeparam>
    /// <param name="start">Where to begin.</param>
    /// <param name="next">What is reached from one directly.</param>
    /// <param name="comparer">Tells which are the same.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static HashSet<T> Of<T>(
        IEnumerable<T> start, Func<T, IEnumerable<T>> next, IEqualityComparer<T> comparer, CancellationToken cancellationToken)
    {
        var found = new HashSet<T>(comparer);
        var pending = new Stack<T>(start);
        while (pending.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var one = pending.Pop();
            if (!found.Add(one))
                continue;
            foreach (var other in next(one))
                pending.Push(other);
        }

        return found;
    }
}

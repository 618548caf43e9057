namespace MachineMetrics.Server.Filtering;

/// <summary>Sorts by <c>order_by</c> clauses, the first being the most significant; equal entities keep their places.</summary>
internal static class OrderBy
{
    private sealed record Key(string[] Path, string Direction);

    public static IEnumerable<object> Apply(IEnumerable<object> entities, IEnumerable<IDictionary<string, object?>> clauses) =>
        clauses.SelectMany(clause => Keys(clause, [])).Aggregate((IOrderedEnumerable<object>?)null, (sorted, key) =>
            sorted is null
                ? entities.OrderBy(entity => Read(entity, key.Path), Order(key.Direction))
                : sorted.ThenBy(entity => Read(entity, key.Path), Order(key.Direction))) ?? entities;

    private static IEnumerable<Key> Keys(IDictionary<string, object?> clause, string[] path) =>
        clause.SelectMany(member => member.Value switch
        {
            string direction => [new Key([.. path, member.Key], direction)],
            IDictionary<string, object?> related => Keys(related, [.. path, member.Key]),
            _ => Enumerable.Empty<Key>(),
        });

    private static object? Read(object entity, string[] path) =>
        path.Aggregate((object?)entity, (value, field) => value is null ? null : Members.Read(value, field));

    // As in PostgreSQL, null counts as larger than every value unless the direction says otherwise.
    private static Comparer<object?> Order(string direction)
    {
        var sign = direction.StartsWith("desc", StringComparison.Ordinal) ? -1 : 1;
        var nullsLast = direction.EndsWith("_nulls_last", StringComparison.Ordinal)
            || (sign > 0 && !direction.EndsWith("_nulls_first", StringComparison.Ordinal));
        return Comparer<object?>.Create((left, right) => (left, right) switch
        {
            (null, null) => 0,
            (null, _) => nullsLast ? 1 : -1,
            (_, null) => nullsLast ? -1 : 1,
            _ => sign * Leaf.Compare(left, right),
        });
    }
}

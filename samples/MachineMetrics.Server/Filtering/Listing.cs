using System.Collections;
using GraphQL;

namespace MachineMetrics.Server.Filtering;

/// <summary>Applies the arguments of a list field in the order of SQL: where, order_by, distinct_on, offset, limit.</summary>
internal static class Listing
{
    public static List<object> Apply(IEnumerable source, Func<string, object?> argument)
    {
        var (offset, limit) = (Count(argument, "offset"), Count(argument, "limit"));
        var entities = source.Cast<object>();
        if (argument("where") is IDictionary<string, object?> where)
            entities = entities.Where(entity => Where.Keeps(entity, where));
        if (argument("order_by") is IEnumerable order)
            entities = OrderBy.Apply(entities, order.Cast<IDictionary<string, object?>>());
        if (argument("distinct_on") is IEnumerable fields && fields.Cast<string>().ToArray() is { Length: > 0 } keys)
            entities = entities.DistinctBy(entity => new Key([.. keys.Select(key => Members.Read(entity, key))]));
        entities = entities.Skip(offset ?? 0);
        return [.. limit is null ? entities : entities.Take(limit.Value)];
    }

    private static int? Count(Func<string, object?> argument, string name) => argument(name) switch
    {
        null => null,
        int count and >= 0 => count,
        var negative => throw new ExecutionError($"{name} is {negative}; it must be 0 or more.") { Code = "INVALID_ARGUMENT" },
    };

    private sealed record Key(object?[] Values)
    {
        public bool Equals(Key? other) => other is not null && Values.SequenceEqual(other.Values);

        public override int GetHashCode() => Values.Aggregate(0, HashCode.Combine);
    }
}

using System.Collections;
using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MachineMetrics.Server.Filtering;

internal enum MemberKind
{
    Leaf,
    Object,
    List,
}

/// <summary>A property of an entity.</summary>
internal sealed record Member(MemberKind Kind, Func<object, object?> Read);

/// <summary>Finds an entity's properties by the names that the schema gives them.</summary>
internal static class Members
{
    // A schema may have fields that the entities don't: they are null.
    private static readonly Member s_unknown = new(MemberKind.Leaf, _ => null);

    private static readonly ConcurrentDictionary<(Type Type, string Field), Member> s_known = new();

    public static Member Find(object entity, string field) =>
        s_known.GetOrAdd((entity.GetType(), field), key => Make(key.Type, key.Field));

    /// <summary>Gets a field's value, an enum as its GraphQL name.</summary>
    public static object? Read(object entity, string field) => Find(entity, field).Read(entity);

    public static string ClrName(string field) => char.ToUpperInvariant(field[0]) + field[1..];

    private static Member Make(Type type, string field)
    {
        if (type.GetProperty(ClrName(field), BindingFlags.Public | BindingFlags.Instance) is not { } property)
            return s_unknown;
        var entity = Expression.Parameter(typeof(object));
        var value = Expression.Convert(Expression.Property(Expression.Convert(entity, type), property), typeof(object));
        var read = Expression.Lambda<Func<object, object?>>(value, entity).Compile();
        var leaf = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return new Member(KindOf(leaf), leaf.IsEnum ? source => NameOf(read(source)) : read);
    }

    private static MemberKind KindOf(Type type) =>
        type.IsValueType || type == typeof(string) || type == typeof(JsonNode) ? MemberKind.Leaf
        : type.IsAssignableTo(typeof(IEnumerable)) ? MemberKind.List
        : MemberKind.Object;

    private static string? NameOf(object? member) =>
        member is null ? null : JsonNamingPolicy.SnakeCaseUpper.ConvertName(member.ToString()!);
}

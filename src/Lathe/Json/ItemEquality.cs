using System.Text.Json;

namespace Lathe.Json;

/// <summary>How items of a type are compared: by value, also where .NET compares by reference.</summary>
internal static class ItemEquality<T>
{
    public static IEqualityComparer<T> Comparer { get; } = Create();

    private static IEqualityComparer<T> Create()
    {
        object? comparer = null;
        if (typeof(T) == typeof(JsonElement))
            comparer = new ByEquality<JsonElement, EqualJson>(static value => value);
        else if (typeof(T) == typeof(JsonElement?))
            comparer = new ByEquality<JsonElement?, EqualJson?>(static value => value);
        else if (typeof(T) == typeof(byte[]))
            comparer = new ByEquality<byte[], EqualBytes>(static value => value);
        return (IEqualityComparer<T>?)comparer ?? EqualityComparer<T>.Default;
    }
}

/// <summary>Compares values as others that they become.</summary>
internal sealed class ByEquality<TValue, TOther>(Func<TValue, TOther> convert) : EqualityComparer<TValue>
{
    public override bool Equals(TValue? x, TValue? y) => x is null || y is null
        ? x is null && y is null
        : EqualityComparer<TOther>.Default.Equals(convert(x), convert(y));

    public override int GetHashCode(TValue obj) => convert(obj) is { } other ? EqualityComparer<TOther>.Default.GetHashCode(other) : 0;
}

using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Lathe.Aot.Stock;

namespace Lathe.Aot;

/// <summary>Generated types go through System.Text.Json in a native program, by a context of the program's.</summary>
internal static class JsonTrip
{
    /// <summary>Returns what went wrong; null when nothing did.</summary>
    public static string? Fault() => Fault(Data(), JsonTripContext.Default.Data)
        ?? Fault(Kinds(), JsonTripContext.Default.DictionaryKindInt32, static (left, right) => left.SequenceEqual(right))
        ?? Fault(Filter(), JsonTripContext.Default.Filter)
        ?? Fault(Stock.Range.FromExactly(new Money(2)), JsonTripContext.Default.Range)
        ?? Fault(new ItemsQuery.Variables { Where = null, Range = Stock.Range.FromLeast(1) }, JsonTripContext.Default.Variables);

    private static Dictionary<Kind, int> Kinds() => new() { [Kind.New] = 1, [new Kind("LOST")] = 2 };

    private static Filter Filter() => new()
    {
        Name = null,
        Kind = Kind.Used,
        Sizes = [BigInteger.Pow(2, 80)],
        Prices = [[new Money(1.5m), null]],
        And = new Filter(),
    };

    private static ItemsQuery.Data Data() => new()
    {
        Items =
        [
            new ItemsQuery.Tool
            {
                Id = "1",
                Kind = Kind.New,
                Price = new Money(9.5m),
                Prices = [[new Money(1), null], []],
                Size = BigInteger.Pow(10, 40),
                Sizes = [1, null],
                Image = [1, 2, 3],
                More = JsonElement.Parse("""{"a":[1,null]}"""),
                Tags = ["new", "é"],
            },
            new ItemsQuery.Part { Id = "2", Kind = null, Count = 3, Since = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(1)) },
            new ItemsQuery.OtherItem { Id = "3", Kind = new Kind("LOST") },
        ],
    };

    private static string? Fault<T>(T value, JsonTypeInfo<T> type, Func<T, T, bool>? areEqual = null)
        where T : class
    {
        var json = JsonSerializer.Serialize(value, type);
        var back = JsonSerializer.Deserialize(json, type)!;
        var isSame = (areEqual ?? Equals)(value, back) && value.ToString() == back.ToString() && JsonSerializer.Serialize(back, type) == json;
        return isSame ? null : $"{value} was written as {json} and came back as {back}";
    }
}

[JsonSerializable(typeof(ItemsQuery.Data))]
[JsonSerializable(typeof(ItemsQuery.Variables))]
[JsonSerializable(typeof(Filter))]
[JsonSerializable(typeof(Stock.Range))]
[JsonSerializable(typeof(Dictionary<Kind, int>))]
internal sealed partial class JsonTripContext : JsonSerializerContext;

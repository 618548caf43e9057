using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Lathe.Benchmarks.Generated;
using Lathe.Responses;

namespace Lathe.Benchmarks.Json;

/// <summary>Reads answers of 1, 100 and 10,000 objects in several ways of writing them, a list of a union, and a deep answer.</summary>
internal static class ReaderContest
{
    private static readonly JsonSerializerOptions s_reflection = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static void Run(bool isShort, string? only)
    {
        foreach (var variant in ShopAnswers.Variants.Where(variant => only is null || variant == only))
        {
            foreach (var count in variant == "compact" ? [1, 100, 10_000] : new[] { 100 })
                Run(
                    $"{count:N0} objects, {variant}",
                    ShopAnswers.Make(count, variant),
                    MachinesQuery.Operation,
                    ShopContext.Default.ShopEnvelope,
                    isShort,
                    isShort && variant != "compact");
        }

        if (only is null or "union")
            Run("100 objects of a union", ShopAnswers.Events(100), EventsQuery.Operation, EventsContext.Default.EventsEnvelope, isShort, isShort);
        if (only is null or "catch")
            CatchContest.Run(isShort);
        if (only is null or "deep")
            Run("12 levels deep", ShopAnswers.Chain(12), ChainQuery.Operation, EventsContext.Default.ChainEnvelope, isShort, isShort);
    }

    private static void Run<TData, TModel>(
        string title, byte[] json, GraphQLOperation<TData> operation, JsonTypeInfo<TModel> model, bool isShort, bool few)
        where TData : class
    {
        List<Contender> contenders =
        [
            new("Utf8JsonReader pass that keeps nothing", () => Pass(json)),
            new("Lathe", () => ResponseEnvelope<TData>.Read(operation.ReadData, json, 128).Data),
            new("System.Text.Json, source-generated", () => JsonSerializer.Deserialize(json, model)),
        ];
        if (!few)
        {
            contenders.Add(new("System.Text.Json, reflection", () => JsonSerializer.Deserialize<TModel>(json, s_reflection)));
            if (typeof(TModel) != typeof(EventsEnvelope))
                contenders.Add(new("Newtonsoft.Json", () => Newtonsoft.Json.JsonConvert.DeserializeObject<TModel>(Encoding.UTF8.GetString(json))));
        }

        Contest.Print($"{title} ({json.Length:N0} B)", Contest.Run(contenders, isShort), json.Length);
    }

    private static object? Pass(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
        }

        return null;
    }
}

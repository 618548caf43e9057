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
        {
            foreach (var count in new[] { 1, 100, 10_000 })
                Catch(ShopAnswers.Make(count, "compact"), count, isShort);
        }

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

    // What fields that catch errors cost where there are none.
    private static void Catch(byte[] json, int count, bool isShort)
    {
        List<Contender> contenders =
        [
            new("without @catch", () => Read(MachinesQuery.Operation, json)),
            new("three results and one that throws, of 13 fields", () => Read(CaughtMachinesQuery.Operation, json)),
            new("all fields are results", () => Read(FullyCaughtMachinesQuery.Operation, json)),
        ];
        Contest.Print($"{count:N0} objects without errors ({json.Length:N0} B)", Contest.Run(contenders, isShort), json.Length);
    }

    private static TData? Read<TData>(GraphQLOperation<TData> operation, byte[] json)
        where TData : class => ResponseEnvelope<TData>.Read(operation.ReadData, json, 128).Data;

    private static object? Pass(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
        }

        return null;
    }
}

using System.Text;
using System.Text.Json;
using Lathe.Tests.Json;

namespace Lathe.Benchmarks.Json;

/// <summary>Reads answers of 1, 100 and 10,000 objects in several ways of writing them.</summary>
internal static class ReaderContest
{
    private static readonly JsonSerializerOptions s_reflection = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static void Run(bool isShort, string? only)
    {
        foreach (var variant in ShopAnswers.Variants.Where(variant => only is null || variant == only))
        {
            foreach (var count in variant == "compact" ? [1, 100, 10_000] : new[] { 100 })
            {
                var json = ShopAnswers.Make(count, variant);
                var scores = Contest.Run(Contenders(json, isShort && variant != "compact"), isShort ? 9 : 25, isShort ? 15 : 40);
                Contest.Print($"{count:N0} objects, {variant} ({json.Length:N0} B)", scores, json.Length);
            }
        }
    }

    private static List<Contender> Contenders(byte[] json, bool few)
    {
        List<Contender> contenders =
        [
            new("Utf8JsonReader pass that keeps nothing", () => Pass(json)),
            new("Lathe", () => ResponseEnvelope<ShopData>.Read(ShopJson.ReadData, json, 64).Data),
            new("System.Text.Json, source-generated", () => JsonSerializer.Deserialize(json, ShopContext.Default.ShopEnvelope)),
        ];
        if (few)
            return contenders;
        return
        [
            .. contenders,
            new("System.Text.Json, reflection", () => JsonSerializer.Deserialize<ShopEnvelope>(json, s_reflection)),
            new("Newtonsoft.Json", () => Newtonsoft.Json.JsonConvert.DeserializeObject<ShopEnvelope>(Encoding.UTF8.GetString(json))),
        ];
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

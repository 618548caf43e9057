using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lathe.Tests.Json;

namespace Lathe.Benchmarks.Json;

/// <summary>The answers that the benchmarks read: objects of 8 scalars, a nested object and a nested list of 3.</summary>
internal static class ShopAnswers
{
    public static readonly string[] Variants = ["compact", "spaced", "indented", "reversed", "escapes", "non-ascii"];

    public static byte[] Make(int count, string variant)
    {
        var data = new ShopData { Machines = [.. Enumerable.Range(0, count).Select(index => Machine(index, variant))] };
        var root = JsonSerializer.SerializeToNode(new ShopEnvelope { Data = data }, ShopContext.Default.ShopEnvelope)!;
        if (variant == "reversed")
            root = Reverse(root);
        var options = new JsonSerializerOptions { WriteIndented = variant == "indented", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        var text = root.ToJsonString(options);
        return Encoding.UTF8.GetBytes(variant == "spaced" ? Spaced(text) : text);
    }

    public static byte[] Events(int count)
    {
        var at = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        ShopEvent[] events = [.. Enumerable.Range(0, count).Select(index => (ShopEvent)((index % 3) switch
        {
            0 => new StartedEvent(at.AddSeconds(index), $"operator {index}"),
            1 => new StoppedEvent(at.AddSeconds(index), "tool change", index),
            _ => new AlarmEvent($"E{index}", index % 5),
        }))];
        return JsonSerializer.SerializeToUtf8Bytes(new EventsEnvelope(new(events)), EventsContext.Default.EventsEnvelope);
    }

    public static byte[] Chain(int depth)
    {
        ChainLink? link = null;
        for (var i = depth; i > 0; i--)
            link = new ChainLink($"link {i}", link);
        var text = JsonSerializer.SerializeToUtf8Bytes(new ChainEnvelope(new(link!)), EventsContext.Default.ChainEnvelope);

        // The innermost object has no member for what was not asked for.
        return Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text).Replace(",\"next\":null", "", StringComparison.Ordinal));
    }

    private static ShopMachine Machine(int index, string variant) => new()
    {
        Id = $"machine-{index}",
        Name = variant switch
        {
            "escapes" => $"Lathe \"{index % 100}\"\\north",
            "non-ascii" => $"Drehmaschine Süd {index % 100} 旋盤",
            _ => $"Lathe {index % 100} north",
        },
        Number = index,
        Cycles = (index * 7_919L) + 1_000_000,
        Load = index % 1000 / 8.0,
        Running = index % 2 == 0,
        StartedAt = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(index),
        Note = index % 3 == 0 ? null : variant switch { "escapes" => "line\nline", "non-ascii" => "läuft", _ => "running" },
        Place = new() { Hall = "North", Row = index % 7, Key = new Guid(index, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10) },
        Samples = [new() { Value = (index % 1000) + 0.25m, Unit = "mm" }, new() { Value = 1.5m, Unit = "mm" }, new() { Value = 20, Unit = null }],
    };

    private static JsonNode Reverse(JsonNode node) => node switch
    {
        JsonObject record => new JsonObject(record.Reverse().Select(member =>
            KeyValuePair.Create(member.Key, member.Value is null ? null : (JsonNode?)Reverse(member.Value)))),
        JsonArray list => new JsonArray([.. list.Select(item => item is null ? null : Reverse(item))]),
        _ => node.DeepClone(),
    };

    // A space after each colon and comma that is not within a string, as Python and others write.
    private static string Spaced(string text)
    {
        var result = new StringBuilder();
        var inString = false;
        for (var i = 0; i < text.Length; i++)
        {
            result.Append(text[i]);
            inString ^= text[i] == '"' && text[i - 1] != '\\';
            if (!inString && text[i] is ':' or ',')
                result.Append(' ');
        }

        return result.ToString();
    }
}

using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lathe.Generator.Tests.RoundTrip;

namespace Lathe.Generator.Tests.Faking;

/// <summary>Finds every value of a response again in the records, whatever C# made of its name.</summary>
internal static class FakeComparer
{
    /// <returns>How many values were found.</returns>
    public static int Equal(JsonNode? expected, object? actual, string path)
    {
        switch (expected)
        {
            case JsonObject fields when actual is not JsonElement:
                Assert.True(actual is not null, $"{path}: no object");
                return fields.Sum(field => EqualField(field.Key, field.Value, actual, path));
            case JsonArray values when actual is not (JsonElement or byte[]):
                var items = Assert.IsType<IEnumerable>(actual, exactMatch: false).Cast<object?>().ToArray();
                Assert.True(values.Count == items.Length, $"{path}: {values.Count} items expected, {items.Length} found");
                return items.Select((item, i) => Equal(values[i], item, $"{path}[{i}]")).Sum();
            default:
                EqualLeaf(expected, actual, path);
                return 1;
        }
    }

    // A time is read to what it means, not to what is written.
    private static void EqualLeaf(JsonNode? expected, object? actual, string path)
    {
        if (actual is DateTime or TimeOnly or TimeSpan)
            Assert.Equal(expected!.GetValue<string>(), Text(actual));
        else
            ResultComparer.Equal(expected, actual, path);
    }

    private static string Text(object actual) => actual switch
    {
        DateTime value => value.ToString("yyyy-MM-dd'T'HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture),
        TimeOnly value => value.ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture),
        _ => System.Xml.XmlConvert.ToString((TimeSpan)actual),
    };

    private static int EqualField(string key, JsonNode? value, object record, string path)
    {
        var name = Normalise(key);
        var property = record.GetType().GetProperties().FirstOrDefault(one => Normalise(one.Name) == name)
            ?? record.GetType().GetProperties().FirstOrDefault(one => Normalise(one.Name).TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8',
                '9') == name
                || Normalise(one.Name) == name + "value");
        if (property is not null)
            return Equal(value, property.GetValue(record), $"{path}.{key}");
        Assert.True(key == "__typename", $"{path}: {record.GetType().Name} has no member for '{key}'");
        return 0;
    }

    private static string Normalise(string name) => name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
}

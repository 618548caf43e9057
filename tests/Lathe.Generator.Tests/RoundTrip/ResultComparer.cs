using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lathe.Generator.Tests.RoundTrip;

/// <summary>Finds every value of a response again in the records that were read from it.</summary>
internal static class ResultComparer
{
    public static void Equal(JsonNode? expected, object? actual, string path)
    {
        switch (expected)
        {
            case null:
                Assert.True(actual is null, $"{path}: expected null, found {actual}");
                break;
            case JsonObject value when actual is not JsonElement:
                EqualObject(value, actual, path);
                break;
            case JsonArray values when actual is not JsonElement:
                EqualList(values, actual, path);
                break;
            default:
                EqualLeaf(expected, actual, path);
                break;
        }
    }

    private static void EqualObject(JsonObject expected, object? actual, string path)
    {
        Assert.True(actual is not null, $"{path}: no object");
        foreach (var (key, value) in expected)
        {
            var property = actual.GetType().GetProperty(PropertyName(key));
            if (property is null)
            {
                // __typename that was added to the request has no property; the record's own type says it.
                Assert.True(
                    key == "__typename" || key.StartsWith("__", StringComparison.Ordinal),
                    $"{path}: {actual.GetType().Name} has no member for '{key}'");
                continue;
            }

            Equal(value, property.GetValue(actual), $"{path}.{key}");
        }

        // What the response leaves out, for a directive did not hold, is null.
        var present = expected.Select(static member => PropertyName(member.Key)).ToHashSet(StringComparer.Ordinal);
        foreach (var property in actual.GetType().GetProperties().Where(property => !present.Contains(property.Name)))
            Assert.True(property.GetValue(actual) is null, $"{path}: {property.Name} is not in the response, but {property.GetValue(actual)}");
    }

    private static void EqualList(JsonArray expected, object? actual, string path)
    {
        var items = Assert.IsType<IEnumerable>(actual, exactMatch: false).Cast<object?>().ToArray();
        Assert.True(expected.Count == items.Length, $"{path}: {expected.Count} items expected, {items.Length} found");
        for (var i = 0; i < items.Length; i++)
            Equal(expected[i], items[i], $"{path}[{i}]");
    }

    private static void EqualLeaf(JsonNode expected, object? actual, string path)
    {
        Assert.True(actual is not null, $"{path}: no value");
        var same = actual switch
        {
            bool value => value == expected.GetValue<bool>(),
            int value => value == int.Parse(expected.ToJsonString(), CultureInfo.InvariantCulture),
            long value => value == long.Parse(expected.ToJsonString(), CultureInfo.InvariantCulture),
            double value => value.Equals(double.Parse(expected.ToJsonString(), CultureInfo.InvariantCulture)),
            System.Numerics.BigInteger value => value == System.Numerics.BigInteger.Parse(expected.ToJsonString(), CultureInfo.InvariantCulture),
            byte[] value => Convert.ToBase64String(value) == expected.GetValue<string>(),
            decimal value => value == decimal.Parse(expected.ToJsonString(), CultureInfo.InvariantCulture),
            DateTimeOffset value => value.EqualsExact(DateTimeOffset.Parse(expected.GetValue<string>(), CultureInfo.InvariantCulture)),
            DateOnly value => value == DateOnly.Parse(expected.GetValue<string>(), CultureInfo.InvariantCulture),
            Guid value => value == Guid.Parse(expected.GetValue<string>()),
            JsonElement value => JsonElement.DeepEquals(value, JsonSerializer.SerializeToElement(expected)),
            string value => value == expected.GetValue<string>(),
            _ => actual.ToString() == expected.GetValue<string>(),
        };
        Assert.True(same, $"{path}: {expected.ToJsonString()} was read as {actual}");
    }

    /// <summary>Gets the name of the property of a response key, input field or variable.</summary>
    public static string PropertyName(string key) =>
        key == "__typename" ? "TypeName" : char.ToUpperInvariant(key[0]) + key[1..];
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lathe.Generator.Tests.RoundTrip;

/// <summary>What a result or an input goes through beyond Lathe: it is compared, shown, written by System.Text.Json and read back.</summary>
internal static class Travel
{
    private const int Screen = 2000;

    private static readonly JsonSerializerOptions[] s_options = [JsonSerializerOptions.Default, JsonSerializerOptions.Web];

    /// <summary>Checks a result by reflection.</summary>
    /// <param name="data">The result.</param>
    /// <param name="same">The same answer, read again.</param>
    public static void Check(object data, object same)
    {
        Assert.NotSame(data, same);
        foreach (var options in s_options)
            Check(data, same, options);
    }

    /// <summary>Checks a result by options that know its type.</summary>
    /// <param name="data">The result.</param>
    /// <param name="same">The same answer, read again.</param>
    /// <param name="options">The options.</param>
    public static void Check(object data, object same, JsonSerializerOptions options)
    {
        Assert.True(data.Equals(same) && data.GetHashCode() == same.GetHashCode(), "an answer that is read twice is equal");
        var json = JsonSerializer.Serialize(data, data.GetType(), options);
        var back = JsonSerializer.Deserialize(json, data.GetType(), options)!;
        Assert.True(data.Equals(back) && data.GetHashCode() == back.GetHashCode(), $"{data}\nwas written as\n{json}\nand came back as\n{back}");
        Assert.InRange(data.ToString()!.Length, 1, Screen);
    }

    /// <summary>Checks an input: what was never set is still not there, and a null is.</summary>
    /// <param name="input">The input.</param>
    /// <param name="sent">The JSON that is sent.</param>
    public static void CheckInput(object input, string sent)
    {
        foreach (var options in s_options)
        {
            var json = JsonSerializer.Serialize(input, input.GetType(), options);
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(sent), JsonNode.Parse(json)), $"sent {sent}, written {json}");
            var back = JsonSerializer.Deserialize(json, input.GetType(), options)!;
            var isSame = input.Equals(back) && input.GetHashCode() == back.GetHashCode();
            Assert.True(isSame, $"{input}\nwas written as\n{json}\nand came back as\n{back}");
            Assert.Equal(json, JsonSerializer.Serialize(back, input.GetType(), options));
        }

        Assert.InRange(input.ToString()!.Length, 1, Screen);
    }
}

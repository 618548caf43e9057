using System.Text;
using System.Text.Json;
using Lathe.Language.Json;
using Lathe.Language.Text;

namespace Lathe.Language.Tests.Json;

/// <summary>The parser accepts what System.Text.Json accepts, and reads the same values.</summary>
public sealed class JsonParserDifferentialTests
{
    private const string Alphabet = "{}[]\",:\\/ \n\t0123456789.eE+-truefalsn\u00e9\u2028#";

    private static readonly string[] s_strings = ["", "a", "name", "\\n\\\"", "\\u00e9\\/", "\u00fc\u4e16\u754c", "\\ud83d\\ude00", "line\\r\\n"];

    [Fact]
    public void WellFormedTextsReadTheSame()
    {
        var random = new Random(20260101);
        for (var i = 0; i < 3000; i++)
            AssertSame(Generate(random, 0), compareValues: true);
    }

    [Fact]
    public void MutatedTextsAreJudgedTheSame()
    {
        var random = new Random(20260102);
        var rejected = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var text = Mutate(random, Generate(random, 1));
            // System.Text.Json accepts half of a surrogate pair, and throws when it is read.
            if (!AssertSame(text, compareValues: !text.Contains("\\ud", StringComparison.Ordinal)))
                rejected++;
        }

        Assert.InRange(rejected, 1000, 19_999);
    }

    private static bool AssertSame(string text, bool compareValues)
    {
        var actual = JsonParser.Parse(new SourceText("x.json", text), cancellationToken: TestContext.Current.CancellationToken);
        JsonDocument expected;
        try
        {
            expected = JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            Assert.True(actual.Root is null, "wrongly accepted: " + text);
            Assert.InRange(actual.Error!.Locations[0].Span.End, 0, text.Length);
            return false;
        }

        using (expected)
        {
            Assert.True(actual.Root is not null, $"wrongly rejected ({actual.Error}): " + text);
            if (compareValues)
                AssertEqual(expected.RootElement, actual.Root, text);
        }

        return true;
    }

    private static void AssertEqual(JsonElement expected, JsonNode actual, string text)
    {
        switch (actual)
        {
            case JsonObject value:
                Assert.Equal(expected.EnumerateObject().Select(property => property.Name), value.Properties.Select(property => property.Name));
                foreach (var (left, right) in expected.EnumerateObject().Zip(value.Properties))
                    AssertEqual(left.Value, right.Value, text);
                break;
            case JsonArray value:
                Assert.Equal(expected.GetArrayLength(), value.Items.Count);
                foreach (var (left, right) in expected.EnumerateArray().Zip(value.Items))
                    AssertEqual(left, right, text);
                break;
            case JsonString value:
                Assert.Equal(expected.GetString(), value.Value);
                break;
            case JsonNumber value:
                Assert.Equal(expected.GetRawText(), value.Text);
                break;
            default:
                Assert.Equal(expected.GetRawText(), text.Substring(actual.Span.Start, actual.Span.Length));
                break;
        }
    }

    private static string Generate(Random random, int depth)
    {
        var space = random.Next(3) == 0 ? " " : string.Empty;
        return random.Next(depth > 4 ? 5 : 8) switch
        {
            0 => random.Next(2) == 0 ? "true" : "false",
            1 => "null",
            2 => random.Next(-1000, 1000).ToString(System.Globalization.CultureInfo.InvariantCulture),
            3 => $"{random.Next(100)}.{random.Next(100)}e{(random.Next(2) == 0 ? "-" : "+")}{random.Next(9)}",
            4 => Quote(random),
            5 or 6 =>
                "{" + space
                    + string.Join(
                        space + ",",
                        Enumerable.Range(0, random.Next(5)).Select(_ => Quote(random) + space + ":" + Generate(random, depth + 1))) + "}",
            _ => "[" + string.Join("," + space, Enumerable.Range(0, random.Next(5)).Select(_ => Generate(random, depth + 1))) + space + "]",
        };
    }

    private static string Quote(Random random) => "\"" + s_strings[random.Next(s_strings.Length)] + "\"";

    private static string Mutate(Random random, string text)
    {
        var builder = new StringBuilder(text);
        for (var edits = random.Next(1, 4); edits > 0; edits--)
        {
            var position = random.Next(builder.Length + 1);
            if (random.Next(2) == 0 || position == builder.Length)
                builder.Insert(position, Alphabet[random.Next(Alphabet.Length)]);
            else
                builder.Remove(position, 1);
        }

        return builder.ToString();
    }
}

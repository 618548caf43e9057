using System.Globalization;
using System.Text;

namespace Lathe.Tests.Json;

/// <summary>Writes random answers for <see cref="ShopData"/>: right ones in any style, and, as often as asked, wrong ones.</summary>
internal sealed class ShopText(Random random, double oddity)
{
    private static readonly string[] s_odd =
    [
        "01", "1.", "-", "-0", "0", "1.0", "1e2", "1E400", "-1e-400", ".5", "+1", "2147483647", "2147483648", "-2147483648", "-2147483649",
        "9223372036854775807", "9223372036854775808", "-9223372036854775808", "123456789012345678", "1234567890123456789012345678",
        "79228162514264337593543950336", "0.1", "0.30000000000000004", "123456789012345.6", "0.000000000000001", "1e22", "1e-7",
        "null", "true", "false", "nul", "truex", "True", "[]", "{}", "[1]", "[[]]", "[null]", "{\"a\":1}", "{\"a\":1,}", "[1,]", "{,}", "",
        "\"\"", "\"x\"", "\"\\u0041\"", "\"\\ud83d\\ude00\"", "\"\\ud83d\"", "\"\\ude00\\ud83d\"", "\"\\uD83Dx\"", "\"\\x\"", "\"\\u12\"", "\"\\\"",
        "\"a\tb\"", "\"a\u0000b\"", "\"a\nb\"", "\"\u007f\"", "\"é\"", "\"日本語のとても長い文字列です\"", "\"😀\"",
        "'x'", "\"open", "NaN", "Infinity",
        "\"a text that is longer than one vector of bytes\"",
        "\"a text that is longer than one vector \\u00e9\"",
        "\"exactly15 bytes\"",
        "\"exactly 16 bytes\"",
        "\"2026-01-02\"", "\"2026-01-02T03:04:05Z\"", "\"2026-02-30T03:04:05Z\"", "\"2026-01-02T24:00:00Z\"", "\"2026-01-02T03:04:05.1234567+05:30\"",
        "\"2026-01-02T03:04:05.12345678Z\"", "\"2026-01-02T03:04:05-14:00\"", "\"2026-01-02T03:04:05+15:00\"", "\"2026-01-02T03:04:05\"",
        "\"0001-01-01T00:00:00+14:00\"",
        "\"9999-12-31T23:59:59-14:00\"",
        "\"2026-01-02T03:04:60Z\"",
        "\"2026-01-02T03:04:05.Z\"",
        "\"2026-01-02T03:04Z\"",
        "\"2026-01-02T03:04:05\\u005a\"", "\"2026-01-02 03:04:05Z\"", "\"2026-1-02T03:04:05Z\"", "\"2024-02-29T00:00:00.5-00:00\"",
        "\"6f9619ff-8b86-d011-b42d-00c04fc964ff\"", "\"6F9619FF-8B86-D011-B42D-00C04FC964FF\"", "\"6f9619ff8b86d011b42d00c04fc964ff\"",
        "\"{6f9619ff-8b86-d011-b42d-00c04fc964ff}\"", "\"6f9619ff-8b86-d011-b42d-00c04fc964f\"", "\"6f9619ff-8b86-d011-b42d-00c04fc964fg\"",
        "\"12\"",
        "\"1.50\"",
        "\"-7\"",
        "\" 7\"",
        "\"\\u0031\"",
        "\"1e3\"",
        "\"+5\"",
        "// c\n1",
        "/* c */ 1",
        "1 2",
        "\"QUJD\"",
        "\"QUJ\"",
        "\"QU JD\"",
        "\"http://example.com/?q=é\"", "\"http://[\"",
    ];

    private readonly StringBuilder _text = new();
    private readonly bool _spaced = random.Next(3) == 0;
    private readonly bool _shuffled = random.Next(3) == 0;
    private readonly bool _strange = random.Next(4) == 0;

    public string Data()
    {
        Object([("machines", () => List(Machine, random.Next(4) == 0 ? random.Next(30) : random.Next(3)))]);
        Space();
        return _text.ToString();
    }

    public string Values(int count)
    {
        List(() => _text.Append(random.Next(2) == 0 ? Number() : s_odd[random.Next(s_odd.Length)]), count);
        return _text.ToString();
    }

    private void Machine() => Object(
    [
        ("id", Text), ("name", Text), ("number", () => _text.Append(random.Next(-5, 2000))), ("cycles", () => _text.Append(random.NextInt64())),
        ("load", () => _text.Append(Number())), ("running", () => _text.Append(random.Next(2) == 0 ? "true" : "false")), ("startedAt", Date),
        ("note", () => OrNull(Text)), ("place", () => OrNull(Place)), ("samples", () => List(Sample, random.Next(12))),
    ]);

    private void Place() => Object(
        [("hall", Text), ("row", () => OrNull(() => _text.Append(random.Next()))), ("key", () => _text.Append('"').Append(NextGuid()).Append('"'))]);

    private void Sample() => Object([("value", () => _text.Append(Number())), ("unit", () => OrNull(Text))]);

    private void Object((string Name, Action Write)[] members)
    {
        if (_shuffled)
            random.Shuffle(members);
        if (_strange && random.Next(4) == 0)
            members = [.. members, members[random.Next(members.Length)]];
        _text.Append('{');
        for (var i = 0; i < members.Length; i++)
        {
            if (oddity > 0 && random.NextDouble() < oddity / 4)
                continue;
            Comma('{');
            if (_strange && random.Next(6) == 0)
            {
                Member(random.Next(2) == 0 ? "other" : members[i].Name + "s", () => _text.Append(Nested(random.Next(3))));
                Comma('{');
            }

            Member(members[i].Name, members[i].Write);
        }

        Space();
        _text.Append('}');
    }

    private void Member(string name, Action write)
    {
        Space();
        var escaped = _strange && random.Next(5) == 0
            ? name.Replace(name[0].ToString(), $"\\u{(int)name[0]:x4}", StringComparison.Ordinal)
            : name;
        _text.Append('"').Append(escaped).Append('"');
        Space();
        _text.Append(':');
        Value(write);
    }

    private void Value(Action write)
    {
        Space();
        if (oddity > 0 && random.NextDouble() < oddity)
            _text.Append(random.Next(20) == 0 ? Nested(random.Next(55, 70)) : s_odd[random.Next(s_odd.Length)]);
        else
            write();
        Space();
    }

    private void List(Action item, int count)
    {
        _text.Append('[');
        for (var i = 0; i < count; i++)
        {
            Comma('[');
            Value(item);
        }

        Space();
        _text.Append(']');
    }

    private void Comma(char start)
    {
        var last = _text.Length - 1;
        while (char.IsWhiteSpace(_text[last]))
            last--;
        if (_text[last] != start)
            _text.Append(',');
    }

    private void OrNull(Action write)
    {
        if (random.Next(4) == 0)
            _text.Append("null");
        else
            write();
    }

    private void Text()
    {
        _text.Append('"');
        for (var length = random.Next(4) == 0 ? random.Next(40) : random.Next(12); length > 0; length--)
        {
            _text.Append(random.Next(60) switch
            {
                0 => "\\n",
                1 => "\\\"",
                2 => "é",
                3 => "漢",
                4 => "😀",
                5 => "\\u00e9",
                6 => "\\ud83d\\ude00",
                _ => ((char)('a' + random.Next(26))).ToString(),
            });
        }

        _text.Append('"');
    }

    private string Number() => random.Next(5) switch
    {
        0 => random.Next(-100, 100).ToString(CultureInfo.InvariantCulture),
        1 => (random.NextDouble() * Math.Pow(10, random.Next(-5, 15))).ToString("R", CultureInfo.InvariantCulture),
        2 => (random.Next() / 1000m).ToString(CultureInfo.InvariantCulture),
        3 => random.NextInt64().ToString(CultureInfo.InvariantCulture),
        _ => $"{random.Next(1000)}.{random.Next(1000):000}",
    };

    private void Date() =>
        _text.Append('"')
            .Append(new DateTimeOffset(random.NextInt64(DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay) + TimeSpan.TicksPerDay, TimeSpan.Zero)
            .ToString(random.Next(2) == 0 ? "O" : "yyyy'-'MM'-'dd'T'HH':'mm':'ss'Z'", CultureInfo.InvariantCulture)).Append('"');

    private Guid NextGuid()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private static string Nested(int depth) => depth % 2 == 0
        ? new string('[', depth) + new string(']', depth)
        : string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);

    private void Space()
    {
        if (!_spaced)
            return;
        for (var count = random.Next(3); count > 0; count--)
            _text.Append(" \n\t\r"[random.Next(4)]);
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Lathe.Json;

/// <summary>Finds the response path of a byte. Only failures pay for it: readers keep no path.</summary>
internal static class ResponsePath
{
    // A path is part of a message, and a broken server must not flood it.
    private const int MaxNameLength = 64;
    private const int MaxLength = 512;

    public static string At(ReadOnlySpan<byte> json, int offset)
    {
        var frames = new List<Frame>();
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            while (reader.Read() && !Step(ref reader, frames, offset))
            {
            }
        }
        catch (JsonException)
        {
            StartValue(frames);
        }

        return Format(frames);
    }

    // Returns whether the offset was reached.
    private static bool Step(ref Utf8JsonReader reader, List<Frame> frames, int offset)
    {
        var isEnd = reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray;
        if (!isEnd && reader.TokenType != JsonTokenType.PropertyName)
            StartValue(frames);
        if (reader.TokenStartIndex >= offset)
            return true;
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                frames[^1] = new Frame(NameOf(ref reader), -1);
                return false;
            case JsonTokenType.StartObject:
                frames.Add(new Frame("", -1));
                return false;
            case JsonTokenType.StartArray:
                frames.Add(new Frame(null, -1));
                return false;
        }

        if (isEnd)
            frames.RemoveAt(frames.Count - 1);
        if (frames.Count > 0 && frames[^1].Name is not null)
            frames[^1] = new Frame("", -1);
        return false;
    }

    private static void StartValue(List<Frame> frames)
    {
        if (frames.Count > 0 && frames[^1].Name is null)
            frames[^1] = new Frame(null, frames[^1].Index + 1);
    }

    private static string NameOf(ref Utf8JsonReader reader)
    {
        var name = Encoding.UTF8.GetString(reader.ValueSpan[..Math.Min(reader.ValueSpan.Length, MaxNameLength)]);
        return string.Concat(name.Select(letter => char.IsControl(letter) ? '?' : letter));
    }

    private static string Format(List<Frame> frames)
    {
        var path = new StringBuilder();
        foreach (var (name, index) in frames)
        {
            if (path.Length > MaxLength)
                return path.Append("...").ToString();
            if (name is null && index >= 0)
                path.Append(CultureInfo.InvariantCulture, $"[{index}]");
            else if (!string.IsNullOrEmpty(name))
                path.Append(path.Length == 0 ? "" : ".").Append(name);
        }

        return path.ToString();
    }

    // In an object the name of the member being read, empty between members; in an array null and the item's index.
    private readonly record struct Frame(string? Name, int Index);
}

using System.Buffers.Text;

namespace Lathe.Responses;

/// <summary>Mends JSON whose strings escape half of a surrogate pair (<c>"\ud83d"</c>): valid JSON, which no .NET string can be read from.</summary>
internal static class UnicodeEscapes
{
    private const int Length = 6;

    /// <summary>Puts U+FFFD in place of each half.</summary>
    /// <param name="json">Valid JSON.</param>
    /// <returns>The same bytes, or a mended copy.</returns>
    public static ReadOnlySpan<byte> Mend(ReadOnlySpan<byte> json)
    {
        byte[]? mended = null;
        for (var at = json.IndexOf((byte)'\\'); at >= 0 && at < json.Length;)
        {
            var surrogate = Surrogate(json[at..]);
            var isPair = char.IsHighSurrogate(surrogate) && char.IsLowSurrogate(Surrogate(json[(at + Length)..]));
            if (surrogate != 0 && !isPair)
                "\\ufffd"u8.CopyTo((mended ??= json.ToArray()).AsSpan(at));
            at += isPair ? 2 * Length : surrogate != 0 ? Length : 2;
            var next = at < json.Length ? json[at..].IndexOf((byte)'\\') : -1;
            at = next < 0 ? -1 : at + next;
        }

        return mended ?? json;
    }

    private static char Surrogate(ReadOnlySpan<byte> escape) =>
        escape.Length >= Length && escape.StartsWith("\\u"u8)
        && Utf8Parser.TryParse(escape[2..Length], out ushort code, out var read, 'x') && read == 4 && char.IsSurrogate((char)code)
            ? (char)code
            : '\0';
}

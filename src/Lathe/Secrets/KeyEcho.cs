using System.Diagnostics;
using System.Text;

namespace Lathe.Secrets;

/// <summary>
/// Finds a key, or a large part of it, in what a server says: as it is, percent-encoded, escaped for JSON or HTML (also in two layers), or in Base64.
/// </summary>
[DebuggerDisplay("(hidden)")]
internal sealed class KeyEcho
{
    /// <summary>Fewer characters of a key that has more are no secret.</summary>
    public const int FewestCharacters = 8;

    private const string Hidden = "(key hidden)";
    private const int MostLayers = 5;
    private const int ShortestCut = 4;
    private const int LongestText = 64 * 1024;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _key;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string[] _encoded;

    private readonly BlockFilter _filter;

    public KeyEcho(string key)
    {
        _key = key;
        _encoded = [.. Base64Forms(key)];
        Shortest = Math.Min(key.Length, Math.Clamp(key.Length / 2, FewestCharacters, 16));
        _filter = new BlockFilter((Shortest + 1) / 2, [key, .. _encoded]);
    }

    /// <summary>Gets how many characters of the key in a row are too many to show.</summary>
    public int Shortest { get; }

    /// <summary>Takes the key out of a text.</summary>
    /// <param name="text">What the server said.</param>
    /// <param name="isCut">Whether the text was cut off, so that its last characters may be the key's first.</param>
    public string Erase(string text, bool isCut)
    {
        List<Range>? found = null;
        UnescapedText? layer = new(text);
        for (var depth = 0; layer is not null && depth < MostLayers; depth++, layer = layer.Unescape())
            Find(layer, isCut, ref found);
        return found is null ? text : Cover(text, found);
    }

    private void Find(UnescapedText layer, bool isCut, ref List<Range>? found)
    {
        var text = layer.Text;
        if (_filter.MayHold(text))
            FindAll(layer, ref found);
        if (!isCut)
            return;
        for (var length = Math.Min(_key.Length - 1, text.Length); length >= ShortestCut; length--)
        {
            if (text.AsSpan(text.Length - length).Equals(_key.AsSpan(0, length), StringComparison.OrdinalIgnoreCase))
            {
                (found ??= []).Add(layer.Original(text.Length - length, text.Length));
                return;
            }
        }
    }

    private void FindAll(UnescapedText layer, ref List<Range>? found)
    {
        // Searching a very long text would take long, and nobody reads it.
        if (layer.Text.Length > LongestText && _key.Length > Shortest)
        {
            (found ??= []).Add(layer.Original(0, layer.Text.Length));
            return;
        }

        Find(layer, _key, StringComparison.OrdinalIgnoreCase, ref found);
        foreach (var encoded in _encoded)
            Find(layer, encoded, StringComparison.Ordinal, ref found);
    }

    // Any run of the shortest length holds a whole block of half that length: find blocks, and grow them.
    private void Find(UnescapedText layer, string secret, StringComparison comparison, ref List<Range>? found)
    {
        var text = layer.Text;
        var shortest = Math.Min(Shortest, secret.Length);
        var block = _filter.Length;
        for (var from = 0; from + block <= secret.Length; from += block)
        {
            var sought = secret.AsSpan(from, block);
            var at = text.AsSpan().IndexOf(sought, comparison);
            while (at >= 0)
            {
                var (before, after) = Grow(text, at, secret, from, block, comparison);
                if (before + after >= shortest)
                    (found ??= []).Add(layer.Original(at - before, at + after));
                var start = at + after;
                var next = text.AsSpan(start).IndexOf(sought, comparison);
                at = next < 0 ? -1 : start + next;
            }
        }
    }

    private static (int Before, int After) Grow(string text, int at, string secret, int from, int block, StringComparison comparison)
    {
        var before = 0;
        while (before < at && before < from && AreEqual(text[at - before - 1], secret[from - before - 1], comparison))
            before++;
        var after = block;
        while (at + after < text.Length && from + after < secret.Length && AreEqual(text[at + after], secret[from + after], comparison))
            after++;
        return (before, after);
    }

    private static bool AreEqual(char left, char right, StringComparison comparison) =>
        left == right || (comparison == StringComparison.OrdinalIgnoreCase && char.ToUpperInvariant(left) == char.ToUpperInvariant(right));

    private static string Cover(string text, List<Range> found)
    {
        found.Sort(static (left, right) => left.Start.Value.CompareTo(right.Start.Value));
        var clean = new StringBuilder();
        var end = 0;
        foreach (var range in found)
        {
            if (range.Start.Value > end || (end == 0 && clean.Length == 0))
                clean.Append(text, end, range.Start.Value - end).Append(Hidden);
            end = Math.Max(end, range.End.Value);
        }

        return clean.Append(text, end, text.Length - end).ToString();
    }

    // What stands before the key shifts its Base64 by 0, 1 or 2 bytes; the characters at the ends depend on the neighbours.
    private static IEnumerable<string> Base64Forms(string key)
    {
        for (var shift = 0; shift < 3; shift++)
        {
            var text = Convert.ToBase64String(Encoding.ASCII.GetBytes(new string('\0', shift) + key));
            var first = shift == 0 ? 0 : shift + 1;
            var length = ((shift + key.Length) * 8 / 6) - first;
            if (length < 8)
                continue;
            var form = text.Substring(first, length);
            yield return form;
            if (form.AsSpan().ContainsAny('+', '/'))
                yield return form.Replace('+', '-').Replace('/', '_');
        }
    }
}

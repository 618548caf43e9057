namespace Lathe.Language.Syntax.Parsing;

/// <summary>Gives one string for all occurrences of a name, so that a large document does not hold thousands of copies.</summary>
internal sealed class NameTable
{
    private const int LongestKept = 64;
    private const int LargestSize = 1 << 14;

    private string?[] _slots = new string?[256];
    private int _count;

    internal string Get(string text, int start, int length)
    {
        if (length > LongestKept)
            return text.Substring(start, length);
        var slot = Hash(text, start, length) & (_slots.Length - 1);
        while (_slots[slot] is { } known)
        {
            if (known.Length == length && string.CompareOrdinal(text, start, known, 0, length) == 0)
                return known;
            slot = (slot + 1) & (_slots.Length - 1);
        }

        var name = text.Substring(start, length);
        _slots[slot] = name;
        if (++_count > _slots.Length / 2)
            Grow();
        return name;
    }

    private static int Hash(string text, int start, int length)
    {
        var hash = (uint)length;
        for (var i = start; i < start + length; i++)
            hash = (hash ^ text[i]) * 16777619;
        return (int)(hash ^ (hash >> 15));
    }

    private void Grow()
    {
        var old = _slots;
        _count = 0;

        // A table that has grown large starts again, since names repeat mostly within a definition.
        if (old.Length >= LargestSize)
        {
            _slots = new string?[256];
            return;
        }

        _slots = new string?[old.Length * 2];
        foreach (var name in old)
        {
            if (name is null)
                continue;
            var slot = Hash(name, 0, name.Length) & (_slots.Length - 1);
            while (_slots[slot] is not null)
                slot = (slot + 1) & (_slots.Length - 1);
            _slots[slot] = name;
            _count++;
        }
    }
}

namespace Lathe.Secrets;

/// <summary>Tells in one pass over a text whether any block of a secret may be in it (Rabin-Karp, without regard to case).</summary>
internal sealed class BlockFilter
{
    private const uint Base = 0x01000193;

    private readonly HashSet<uint> _hashes = [];
    private readonly uint _power = 1;

    /// <summary>Makes a filter for the blocks that secrets consist of.</summary>
    /// <param name="length">How long a block is.</param>
    /// <param name="secrets">The secrets; what is left at their ends is no block.</param>
    public BlockFilter(int length, string[] secrets)
    {
        Length = length;
        for (var power = 0; power < length; power++)
            _power *= Base;
        foreach (var secret in secrets)
        {
            for (var from = 0; from + length <= secret.Length; from += length)
                _hashes.Add(Hash(secret.AsSpan(from, length)));
        }
    }

    public int Length { get; }

    public bool MayHold(string text)
    {
        if (text.Length < Length)
            return false;
        var hash = Hash(text.AsSpan(0, Length));
        for (var at = Length; ; at++)
        {
            if (_hashes.Contains(hash))
                return true;
            if (at >= text.Length)
                return false;
            hash = (hash * Base) + Fold(text[at]) - (Fold(text[at - Length]) * _power);
        }
    }

    private static uint Hash(ReadOnlySpan<char> text)
    {
        uint hash = 0;
        foreach (var character in text)
            hash = (hash * Base) + Fold(character);
        return hash;
    }

    private static uint Fold(char character) => char.ToUpperInvariant(character);
}

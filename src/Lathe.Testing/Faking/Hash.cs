namespace Lathe.Testing.Faking;

/// <summary>Numbers made of numbers, the same on every machine: each value of a fake depends on its seed and its place alone.</summary>
internal static class Hash
{
    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;

    /// <summary>Mixes a seed with what tells one use of it from others (the finalizer of SplitMix64).</summary>
    public static ulong Mix(ulong seed, ulong salt)
    {
        var z = seed + ((salt + 1) * 0x9E3779B97F4A7C15);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>Hashes a text (FNV-1a over its characters).</summary>
    public static ulong Of(string text)
    {
        var hash = FnvOffset;
        foreach (var character in text)
            hash = (hash ^ character) * FnvPrime;
        return hash;
    }

    /// <summary>Takes a number of a range out of a seed.</summary>
    public static int Below(this ulong seed, int end) => (int)((seed >> 11) % (uint)end);

    /// <summary>Takes an item out of a list.</summary>
    public static T Of<T>(this ulong seed, T[] items) => items[seed.Below(items.Length)];

    /// <summary>Tells whether something of a given share happens.</summary>
    public static bool Happens(this ulong seed, double share) => share > 0 && seed.Share() < share;

    /// <summary>Takes a number from 0 to below 1 out of a seed.</summary>
    public static double Share(this ulong seed) => (seed >> 11) * (1.0 / (1UL << 53));
}

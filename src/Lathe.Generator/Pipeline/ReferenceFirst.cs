namespace Lathe.Generator.Pipeline;

/// <summary>
/// Comparers for what there is of each operation: an edit compares all of it with what was before, nearly all is the very same object,
/// and that need not be read.
/// </summary>
internal static class ReferenceFirst
{
    /// <summary>Compares references, then values.</summary>
    public static IEqualityComparer<T> Of<T>()
        where T : class => new ValueComparer<T>();

    /// <summary>Compares pairs.</summary>
    public static IEqualityComparer<(T1 Left, T2 Right)> PairOf<T1, T2>()
        where T1 : class
        where T2 : class => new PairComparer<T1, T2>();

    private static bool AreEqual<T>(T? one, T? other)
        where T : class => ReferenceEquals(one, other) || (one is not null && one.Equals(other));

    private sealed class ValueComparer<T> : IEqualityComparer<T>
        where T : class
    {
        public bool Equals(T? one, T? other) => AreEqual(one, other);

        public int GetHashCode(T item) => item.GetHashCode();
    }

    private sealed class PairComparer<T1, T2> : IEqualityComparer<(T1 Left, T2 Right)>
        where T1 : class
        where T2 : class
    {
        public bool Equals((T1 Left, T2 Right) one, (T1 Left, T2 Right) other) => AreEqual(one.Left, other.Left) && AreEqual(one.Right, other.Right);

        public int GetHashCode((T1 Left, T2 Right) pair) => pair.GetHashCode();
    }
}

namespace Lathe.Language.Printing;

/// <summary>Orders names so that <c>a2</c> comes before <c>a10</c>; ordinal otherwise.</summary>
internal sealed class NaturalOrder : IComparer<string>
{
    internal static readonly NaturalOrder Instance = new();

    public int Compare(string? x, string? y)
    {
        var (left, right) = (x ?? string.Empty, y ?? string.Empty);
        var (i, j) = (0, 0);
        while (i < left.Length && j < right.Length)
        {
            var difference = IsDigit(left[i]) && IsDigit(right[j])
                ? CompareNumbers(left, ref i, right, ref j)
                : left[i++] - right[j++];
            if (difference != 0)
                return difference;
        }

        return left.Length - i - (right.Length - j) is var rest && rest != 0 ? rest : string.CompareOrdinal(left, right);
    }

    private static int CompareNumbers(string left, ref int i, string right, ref int j)
    {
        var (first, second) = (Digits(left, ref i), Digits(right, ref j));
        return first.Length != second.Length ? first.Length - second.Length : string.CompareOrdinal(first, second);
    }

    private static string Digits(string text, ref int position)
    {
        var start = position;
        while (position < text.Length && IsDigit(text[position]))
            position++;
        return text.Substring(start, position - start).TrimStart('0');
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}

using System.Globalization;

namespace Lathe.Language.Configuration;

/// <summary>Tells what can be a name in C#, so that a mistake is found at its line and not in generated code.</summary>
internal static class CSharpName
{
    private static readonly HashSet<string> s_keywords = new(
        ("abstract as base bool break byte case catch char checked class const continue decimal default delegate do double else enum event "
        + "explicit extern false finally fixed float for foreach goto if implicit in int interface internal is lock long namespace new null "
        + "object operator out override params private protected public readonly ref return sbyte sealed short sizeof stackalloc static "
        + "string struct switch this throw true try typeof uint ulong unchecked unsafe ushort using virtual void volatile while").Split(' '),
        StringComparer.Ordinal);

    public static bool IsIdentifier(string text)
    {
        if (text.Length == 0 || !IsStart(text[0]) || s_keywords.Contains(text))
            return false;
        return text.Skip(1).All(unit => IsStart(unit) || IsPart(unit));
    }

    /// <summary>Accepts names with dots, <c>global::</c>, type arguments, arrays and <c>?</c>; the compiler judges the rest.</summary>
    public static bool IsTypeName(string text) =>
        text.Length > 0 && IsStart(text[0]) && text.All(unit => IsStart(unit) || IsPart(unit) || ".:<>,[]? ".IndexOf(unit) >= 0);

    private static bool IsStart(char unit) => unit == '_' || char.IsLetter(unit) || char.GetUnicodeCategory(unit) == UnicodeCategory.LetterNumber;

    private static bool IsPart(char unit) => char.GetUnicodeCategory(unit) is UnicodeCategory.DecimalDigitNumber
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ConnectorPunctuation;
}

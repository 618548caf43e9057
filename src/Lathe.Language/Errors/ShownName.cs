namespace Lathe.Language.Errors;

/// <summary>A name as part of many messages: a name as long as a book must not be copied into each of them.</summary>
internal static class ShownName
{
    private const int Longest = 200;

    public static string Of(string name) => name.Length <= Longest ? name : name.Substring(0, Longest) + "...";
}

using Lathe.Generator.Model;

namespace Lathe.Generator.Emission;

/// <summary>
/// Writes the texts that are sent. A fragment's text stands once, in its record; operations put theirs together when they are first used.
/// </summary>
internal static class DocumentEmitter
{
    private const string Text = "s_text";

    /// <summary>Returns the expression of the beginning of an operation's request.</summary>
    /// <param name="operation">The operation.</param>
    public static string Request(OperationModel operation)
    {
        if (operation.Fragments.Count == 0)
            return $"{Literal($"{{\"query\":{Literals.Json(operation.Document)},\"operationName\":\"{operation.Name}\"")}.ToArray()";
        var own = operation.Document.Substring(0, operation.Document.Length - operation.FragmentsLength);
        var fragments = string.Concat(operation.Fragments.Select(static one => $".Add({one}.{Text})"));
        return $"new global::Lathe.Json.RequestText({Literal(Content(own))}){fragments}.End(\"{operation.Name}\")";
    }

    /// <summary>
    /// Returns the declaration of a fragment's text, within its record; null without a text. No property begins with a small letter.
    /// </summary>
    /// <param name="fragment">The fragment.</param>
    public static string? Declaration(FragmentModel fragment) => fragment.Text is null
        ? null
        : $"internal static global::System.ReadOnlySpan<byte> {Text} => {Literal(Content(fragment.Text))};";

    // A raw literal on lines of its own may end in a quote.
    private static string Literal(string text) => $"\"\"\"\n\t{text}\n\t\"\"\"u8";

    private static string Content(string text)
    {
        var quoted = Literals.Json(text);
        return quoted.Substring(1, quoted.Length - 2);
    }
}

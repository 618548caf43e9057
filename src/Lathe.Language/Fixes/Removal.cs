using Lathe.Language.Syntax;

namespace Lathe.Language.Fixes;

/// <summary>Removes a node with the blanks that it alone needs. Comments on lines of their own stay.</summary>
internal static class Removal
{
    /// <summary>Removes one of several nodes of a list.</summary>
    public static TextEdit Of(SyntaxNode node)
    {
        var text = node.Source.Text;
        var (start, end) = (node.Span.Start, SourceLines.SkipBlanks(text, node.Span.End));
        var isLastOfLine = end == text.Length || SourceLines.IsLineEnd(text[end]) || text[end] == '#';
        if (SourceLines.StartsLine(text, start) && isLastOfLine)
        {
            var line = SourceLines.SkipLineEnd(text, SourceLines.EndOfLine(text, end));
            return TextEdit.Replace(node.Source, SourceLines.SkipBlanksBack(text, start), line, string.Empty);
        }

        // What follows a node that is not the last moves to its place.
        if (!isLastOfLine && text[end] is not (')' or '}' or ']'))
            return TextEdit.Replace(node.Source, start, end, string.Empty);
        return TextEdit.Replace(node.Source, SourceLines.SkipBlanksBack(text, start), node.Span.End, string.Empty);
    }

    /// <summary>Removes a definition, the comment right above it, and one of the empty lines around it.</summary>
    public static TextEdit OfDefinition(DefinitionSyntax definition)
    {
        var text = definition.Source.Text;
        var end = SourceLines.SkipBlanks(text, definition.Span.End);
        var isLastOfLine = end == text.Length || SourceLines.IsLineEnd(text[end]) || text[end] == '#';
        if (!isLastOfLine || !SourceLines.StartsLine(text, definition.Span.Start))
            return Of(definition);
        var start = StartOfComment(text, SourceLines.SkipBlanksBack(text, definition.Span.Start));
        end = SourceLines.SkipLineEnd(text, SourceLines.EndOfLine(text, end));
        while (end < text.Length && SourceLines.IsLineEnd(text[end]))
            end = SourceLines.SkipLineEnd(text, end);
        while (end == text.Length && start > 1 && IsEmptyLineBefore(text, start))
            start = StartOfLineBefore(text, start);
        return TextEdit.Replace(definition.Source, start, end, string.Empty);
    }

    // A comment that opens the file is about the file.
    private static int StartOfComment(string text, int start)
    {
        var first = start;
        while (first > 0)
        {
            var line = StartOfLineBefore(text, first);
            var content = SourceLines.SkipBlanks(text, line);
            if (text[content] != '#')
                return first;
            first = line;
        }

        return start;
    }

    private static bool IsEmptyLineBefore(string text, int start)
    {
        var line = StartOfLineBefore(text, start);
        return SourceLines.IsLineEnd(text[SourceLines.SkipBlanks(text, line)]);
    }

    // The offset is the start of a line, and not of the first.
    private static int StartOfLineBefore(string text, int start)
    {
        var end = start - 1;
        if (text[end] == '\n' && end > 0 && text[end - 1] == '\r')
            end--;
        while (end > 0 && !SourceLines.IsLineEnd(text[end - 1]))
            end--;
        return end;
    }
}

namespace Lathe.Language.Syntax.Parsing;

/// <summary>Finds where to go on after a syntax error.</summary>
internal static class Recovery
{
    /// <summary>
    /// Finds the next definition: its keyword stands outside all braces behind the error, or at the first column of a
    /// line, which also helps where a brace is missing.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="from">The offset behind the keyword of the failed definition.</param>
    /// <param name="error">The offset of the error.</param>
    /// <param name="mayReread">Whether a keyword at the first column counts before the error.</param>
    /// <returns>The offset of the definition or of its description; the length of the text where there is none.</returns>
    internal static int FindDefinition(string text, int from, int error, bool mayReread)
    {
        var lexer = new Lexer(text, Math.Min(from, text.Length));
        var depth = 0;
        var description = -1;
        while (true)
        {
            lexer.AdvanceTolerant();
            switch (lexer.Kind)
            {
                case TokenKind.EndOfFile:
                    return text.Length;
                case TokenKind.BraceOpen:
                    depth++;
                    break;
                case TokenKind.BraceClose:
                    depth = Math.Max(0, depth - 1);
                    break;
                case TokenKind.Name:
                    var outside = depth == 0 && lexer.Start > error;
                    var atMargin = IsAtMargin(text, lexer.Start) && (mayReread || lexer.Start > error);
                    if ((outside || atMargin) && IsDefinition(text, lexer))
                        return description >= 0 ? description : lexer.Start;
                    break;
            }

            var isDescription = lexer.Kind is TokenKind.String or TokenKind.BlockString && IsAtMargin(text, lexer.Start);
            description = isDescription ? lexer.Start : -1;
        }
    }

    private static bool IsAtMargin(string text, int position) =>
        position == 0 || text[position - 1] is '\n' or '\r' or '\uFEFF';

    private static bool IsDefinition(string text, Lexer lexer)
    {
        if (lexer.IsName("query") || lexer.IsName("mutation") || lexer.IsName("subscription"))
            return Next(text, lexer) is TokenKind.Name or TokenKind.BraceOpen or TokenKind.ParenthesisOpen or TokenKind.At;
        if (lexer.IsName("schema"))
            return Next(text, lexer) is TokenKind.BraceOpen or TokenKind.At;
        if (lexer.IsName("directive"))
            return Next(text, lexer) == TokenKind.At;
        return IsNamedDefinition(lexer) && Next(text, lexer) == TokenKind.Name;
    }

    private static bool IsNamedDefinition(Lexer lexer) =>
        lexer.IsName("fragment") || lexer.IsName("type") || lexer.IsName("input") || lexer.IsName("enum")
        || lexer.IsName("interface") || lexer.IsName("union") || lexer.IsName("scalar") || lexer.IsName("extend");

    private static TokenKind Next(string text, Lexer lexer)
    {
        var next = new Lexer(text, lexer.End);
        next.Advance();
        return next.Kind;
    }
}

using Lathe.Language.Syntax;

namespace Lathe.Language.Fixes;

/// <summary>Adds to the lists in parentheses: variables of an operation, arguments of a field.</summary>
internal static class Addition
{
    /// <summary>Adds a variable to an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="variable">The variable as written: <c>$id: ID!</c>.</param>
    public static TextEdit Variable(OperationDefinitionSyntax operation, string variable)
    {
        if (operation.VariableDefinitions.Count > 0)
            return Behind(operation.VariableDefinitions, variable);
        if (operation.Name is { } name)
            return TextEdit.Insert(operation.Source, name.Span.End, $"({variable})");
        return BehindKeyword(operation, $"({variable})");
    }

    /// <summary>Adds an argument to a field or directive.</summary>
    /// <param name="arguments">The arguments that it has.</param>
    /// <param name="name">The name of the field or directive.</param>
    /// <param name="argument">The argument as written: <c>id: $id</c>.</param>
    public static TextEdit Argument(IReadOnlyList<ArgumentSyntax> arguments, NameSyntax name, string argument) => arguments.Count > 0
        ? Behind(arguments, argument)
        : TextEdit.Insert(name.Source, name.Span.End, $"({argument})");

    /// <summary>Gives an anonymous operation a name.</summary>
    public static TextEdit Name(OperationDefinitionSyntax operation, string name) => BehindKeyword(operation, name);

    // A query without a keyword gets one.
    private static TextEdit BehindKeyword(OperationDefinitionSyntax operation, string text)
    {
        var keyword = OperationKeyword.Of(operation.OperationType);
        var start = FirstToken(operation);
        return operation.SelectionSet.Span.Start == start
            ? TextEdit.Insert(operation.Source, start, $"{keyword} {text} ")
            : TextEdit.Insert(operation.Source, start + keyword.Length, $" {text}");
    }

    // In the style of the items before it: on lines of their own or not, with or without commas.
    private static TextEdit Behind(IReadOnlyList<SyntaxNode> items, string item)
    {
        var last = items[items.Count - 1];
        var text = last.Source.Text;
        var separator = ", ";
        if (items.Count > 1)
        {
            var between = text.Substring(items[items.Count - 2].Span.End, last.Span.Start - items[items.Count - 2].Span.End);
            separator = between.All(unit => SourceLines.IsBlank(unit) || SourceLines.IsLineEnd(unit)) ? between : separator;
        }
        else if (SourceLines.StartsLine(text, last.Span.Start))
        {
            var line = SourceLines.SkipBlanksBack(text, last.Span.Start);
            separator = (text.IndexOf("\r\n", StringComparison.Ordinal) >= 0 ? "\r\n" : "\n") + text.Substring(line, last.Span.Start - line);
        }

        return TextEdit.Insert(last.Source, last.Span.End, separator + item);
    }

    // The keyword, or the brace of a query without one.
    private static int FirstToken(OperationDefinitionSyntax operation)
    {
        if (operation.Description is not { } description)
            return operation.Span.Start;
        var offset = description.Span.End;
        var text = operation.Source.Text;
        while (SourceLines.IsBlank(text[offset]) || SourceLines.IsLineEnd(text[offset]) || text[offset] == '#')
            offset = text[offset] == '#' ? SourceLines.EndOfLine(text, offset) : offset + 1;
        return offset;
    }
}

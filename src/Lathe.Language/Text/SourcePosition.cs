namespace Lathe.Language.Text;

/// <summary>A place in a text as an editor shows it.</summary>
/// <param name="Line">The line, from 1. CR, LF and CRLF end a line (GraphQL specification, section 2.1.3).</param>
/// <param name="Column">The column in UTF-16 code units, from 1; a tab is one column.</param>
internal readonly record struct SourcePosition(int Line, int Column);

using Lathe.Language.Errors;

namespace Lathe.Tool.Output;

/// <summary>A range in a file; lines and columns from 1, the end exclusive.</summary>
internal sealed record FindingLocation(string File, int Line, int Column, int EndLine, int EndColumn)
{
    public static FindingLocation From(SourceLocation location)
    {
        var start = location.Position;
        var end = location.Source.GetPosition(Math.Min(location.Span.End, location.Source.Text.Length));
        return new FindingLocation(location.Source.Path, start.Line, start.Column, end.Line, end.Column);
    }
}

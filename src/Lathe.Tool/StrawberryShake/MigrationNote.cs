using Lathe.Language.Errors;
using Lathe.Language.Text;

namespace Lathe.Tool.StrawberryShake;

/// <summary>What a person has to look at after a migration.</summary>
/// <param name="File">The file, as shown.</param>
/// <param name="Line">The line from 1.</param>
/// <param name="Message">What is there and what to do.</param>
internal sealed record MigrationNote(string File, int Line, string Message)
{
    public static MigrationNote At(SourceText source, SourceSpan span, string message) =>
        new(source.Path, new SourceLocation(source, span).Position.Line, message);

    public override string ToString() => $"{File}({Line}): {Message}";
}

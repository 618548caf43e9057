namespace Lathe.Tool.Output;

/// <summary>What the terminal can show.</summary>
/// <param name="Colour">Whether escape sequences are understood.</param>
/// <param name="Width">How many characters fit a line.</param>
internal sealed record TerminalStyle(bool Colour, int Width);

namespace Lathe.Language.Fixes;

/// <summary>A way to mend one error.</summary>
/// <param name="Title">What it does, as a command: <c>Change "nmae" to "name"</c>.</param>
/// <param name="Edits">The edits; of one or several documents.</param>
/// <param name="Rank">How near it is: of several ways, one that has the lowest rank alone is the one that was meant.</param>
internal sealed record Fix(string Title, IReadOnlyList<TextEdit> Edits, int Rank = 0);

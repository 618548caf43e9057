using Lathe.Language.Errors;

namespace Lathe.Language.Fixes;

/// <summary>Proposes how to mend errors of some kinds. Pure: it looks at texts and returns edits.</summary>
internal interface IFixRule
{
    /// <summary>Gets the kinds of error that it mends.</summary>
    IReadOnlyList<string> Ids { get; }

    /// <summary>Gets when it has its turn: what is removed as unused waits until names are mended, which may use it.</summary>
    int Phase { get; }

    /// <summary>Proposes ways to mend an error, the nearest first.</summary>
    /// <param name="error">The error; of one of <see cref="Ids"/>.</param>
    /// <param name="context">The documents.</param>
    /// <returns>The ways; none where nothing sure can be said.</returns>
    IEnumerable<Fix> Propose(LanguageError error, FixContext context);
}

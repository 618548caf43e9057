using Lathe.Language.Errors;

namespace Lathe.Language.Fixes.Running;

/// <summary>An error with the ways to mend it.</summary>
/// <param name="Error">The error.</param>
/// <param name="Fixes">The ways, the nearest first.</param>
internal sealed record FixProposal(LanguageError Error, IReadOnlyList<Fix> Fixes)
{
    /// <summary>Gets the way that is nearer than all others; null where two are as near.</summary>
    public Fix? Likely => Fixes.Count == 1 || Fixes[0].Rank < Fixes[1].Rank ? Fixes[0] : null;
}

using Lathe.Language.Errors;
using Lathe.Language.Syntax;

namespace Lathe.Language.Fixes.Running;

/// <summary>What a run of fixes did.</summary>
/// <param name="Documents">The documents as they are now, in their order; one that was not changed is the same object.</param>
/// <param name="Applied">What was mended, in order; places are those of the text at the time.</param>
/// <param name="Left">The errors that are still there, and the advice of the kinds asked for.</param>
internal sealed record FixResult(
    IReadOnlyList<DocumentSyntax> Documents, IReadOnlyList<AppliedFix> Applied, IReadOnlyList<LanguageError> Left);

/// <summary>A fix that was made.</summary>
/// <param name="Error">What it mended.</param>
/// <param name="Fix">What it did.</param>
internal sealed record AppliedFix(LanguageError Error, Fix Fix);

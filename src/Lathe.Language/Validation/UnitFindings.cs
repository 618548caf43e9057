using Lathe.Language.Errors;
using Lathe.Language.Validation.Fragments;

namespace Lathe.Language.Validation;

/// <summary>What came of the check of one definition.</summary>
/// <param name="Errors">The errors in the order of the text.</param>
/// <param name="Facts">What checks of the operations that reach the definition need to know of it.</param>
internal sealed record UnitFindings(IReadOnlyList<LanguageError> Errors, DefinitionFacts Facts);

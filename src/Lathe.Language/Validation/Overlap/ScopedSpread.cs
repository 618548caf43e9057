using Lathe.Language.Syntax;

namespace Lathe.Language.Validation.Overlap;

/// <summary>A spread with what it gives.</summary>
/// <param name="Fragment">The fragment, with the values of its variables.</param>
/// <param name="Node">The spread; the last of those that give the same.</param>
internal readonly record struct ScopedSpread(ScopedFragment Fragment, FragmentSpreadSyntax Node);

namespace Lathe.Language.Validation.Overlap;

/// <summary>A fragment as one spread gives it: equal to another where both are the same fragment with the same values.</summary>
/// <param name="Name">The fragment's name.</param>
/// <param name="Variables">The values of its variables; null where it has none.</param>
internal readonly record struct ScopedFragment(string Name, VariableScope? Variables);

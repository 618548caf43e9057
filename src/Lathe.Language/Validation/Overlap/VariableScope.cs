namespace Lathe.Language.Validation.Overlap;

/// <summary>The values that the variables of a fragment have by one way to spread it. Two ways with the same values are the same object.</summary>
internal sealed class VariableScope;

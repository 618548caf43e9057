namespace Lathe.Language.Errors;

/// <summary>A kind of error: one for each rule.</summary>
/// <param name="Id">The diagnostic id, such as <c>GQL1004</c>.</param>
/// <param name="Rule">The reference implementation's rule name without <c>Rule</c>, such as <c>FieldsOnCorrectType</c>.</param>
/// <param name="Title">A short title in plain words.</param>
/// <param name="Severity">How grave it is unless configured otherwise.</param>
internal sealed record ErrorDescriptor(string Id, string Rule, string Title, ErrorSeverity Severity);

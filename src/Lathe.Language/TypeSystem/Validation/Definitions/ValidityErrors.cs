using Lathe.Language.Errors;

namespace Lathe.Language.TypeSystem.Validation.Definitions;

/// <summary>Makes the kinds of error of schema validity. The reference has one rule for all of them, <c>validateSchema</c>.</summary>
internal static class ValidityErrors
{
    internal static ErrorDescriptor Make(string id, string title) => new(id, "validateSchema", title, ErrorSeverity.Error);
}

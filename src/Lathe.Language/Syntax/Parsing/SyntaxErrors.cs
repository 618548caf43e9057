using Lathe.Language.Errors;

namespace Lathe.Language.Syntax.Parsing;

/// <summary>The kind of error that a text outside the grammar gives.</summary>
internal static class SyntaxErrors
{
    internal static readonly ErrorDescriptor Syntax = new("GQL1001", "Syntax", "Syntax error", ErrorSeverity.Error);
}

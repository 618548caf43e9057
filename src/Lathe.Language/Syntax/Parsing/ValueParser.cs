using Lathe.Language.Errors;
using Lathe.Language.Text;

namespace Lathe.Language.Syntax.Parsing;

/// <summary>Parses a text that is one constant value (section 2.10), such as a default value in an introspection result.</summary>
internal static class ValueParser
{
    /// <summary>Gives the value, or what is wrong with the text.</summary>
    internal static (ValueSyntax? Value, LanguageError? Error) Parse(string text) => new Parser(new SourceText(string.Empty, text)).ParseWholeValue();
}

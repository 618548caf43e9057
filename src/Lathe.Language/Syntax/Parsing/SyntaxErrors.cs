using Lathe.Language.Errors;

namespace Lathe.Language.Syntax.Parsing;

/// <summary>The kinds of error that a text outside the grammar gives.</summary>
internal static class SyntaxErrors
{
    /// <summary>A document without a definition: nothing, blanks or comments. The grammar wants one; a project can do without.</summary>
    public static readonly ErrorDescriptor Empty = new("GQL1036", "Syntax", "Document without a definition", ErrorSeverity.Error);

    internal static readonly ErrorDescriptor Syntax = new("GQL1001", "Syntax", "Syntax error", ErrorSeverity.Error);

    /// <summary>Fragment arguments, which no edition has.</summary>
    internal static readonly ErrorDescriptor FragmentArguments =
        new("GQL1034", "Syntax", "Fragment arguments are no syntax of the specification", ErrorSeverity.Error);

    /// <summary>A directive location, or something of a directive definition, that the edition does not have. The definition is kept.</summary>
    internal static readonly ErrorDescriptor OfNewerEdition =
        new("GQL1035", "Syntax", "Unknown syntax of a directive", ErrorSeverity.Error);
}

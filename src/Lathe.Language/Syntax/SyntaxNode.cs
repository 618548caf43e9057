using Lathe.Language.Text;

namespace Lathe.Language.Syntax;

/// <summary>A part of a document.</summary>
internal abstract class SyntaxNode
{
    /// <summary>Gets the range in <see cref="Source"/>, from the first to the last token of the node.</summary>
    public SourceSpan Span { get; internal set; }

    /// <summary>Gets the text that the node was parsed from.</summary>
    public SourceText Source { get; internal set; } = null!;
}

/// <summary>A name with its place (specification, section 2.1.9).</summary>
internal sealed class NameSyntax : SyntaxNode
{
    /// <summary>Gets the name.</summary>
    public required string Value { get; init; }
}

/// <summary>A description: a string before a definition (specification, section 2.2).</summary>
internal sealed class DescriptionSyntax : SyntaxNode
{
    /// <summary>Gets the text, escapes resolved and block indentation removed.</summary>
    public required string Value { get; init; }

    /// <summary>Gets a value indicating whether it was written as a block string.</summary>
    public bool IsBlock { get; init; }
}

/// <summary>A directive in use, such as <c>@include(if: $x)</c> (section 2.13).</summary>
internal sealed class DirectiveSyntax : SyntaxNode
{
    /// <summary>Gets the name without <c>@</c>.</summary>
    public required NameSyntax Name { get; init; }

    /// <summary>Gets the arguments in their order.</summary>
    public IReadOnlyList<ArgumentSyntax> Arguments { get; init; } = [];
}

/// <summary>An argument of a field or directive (section 2.7).</summary>
internal sealed class ArgumentSyntax : SyntaxNode
{
    /// <summary>Gets the name.</summary>
    public required NameSyntax Name { get; init; }

    /// <summary>Gets the value.</summary>
    public required ValueSyntax Value { get; init; }
}

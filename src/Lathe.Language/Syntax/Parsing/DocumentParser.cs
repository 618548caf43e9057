using Lathe.Language.Text;

namespace Lathe.Language.Syntax.Parsing;

/// <summary>Parses a GraphQL text into a <see cref="DocumentSyntax"/> (specification, sections 2 and 3).</summary>
internal static class DocumentParser
{
    /// <summary>Parses a text that may hold executable and type-system definitions.</summary>
    /// <param name="source">The text.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The definitions that could be parsed and the syntax errors; never null, never throws for bad input.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>
    /// After an error parsing goes on at the next definition. The first error is the one that a parser without recovery
    /// reports; at most 100 are. Nesting deeper than 200 levels is an error, so that no text can exhaust the stack.
    /// </remarks>
    public static DocumentSyntax Parse(SourceText source, CancellationToken cancellationToken = default) =>
        new Parser(source).ParseDocument(cancellationToken);

    /// <summary>Parses a text that may also hold fragment arguments, such as <c>...Machines(first: 5)</c>.</summary>
    /// <param name="source">The text.</param>
    /// <param name="allowsFragmentArguments">Whether fragment arguments are syntax; false as in all editions of the specification.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The definitions that could be parsed and the syntax errors; never null, never throws for bad input.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static DocumentSyntax Parse(SourceText source, bool allowsFragmentArguments, CancellationToken cancellationToken = default) =>
        new Parser(source, allowsFragmentArguments: allowsFragmentArguments).ParseDocument(cancellationToken);
}

namespace Lathe;

/// <summary>
/// The answer has a null without an error that explains it, at a place where only an error may leave null (<c>@semanticNonNull</c>). <c>Path</c> says
/// where.
/// </summary>
public sealed class GraphQLUnexplainedNullException : GraphQLResponseException
{
    internal GraphQLUnexplainedNullException(string message, string? path, Exception? innerException = null)
        : base(message, path, innerException)
    {
    }
}

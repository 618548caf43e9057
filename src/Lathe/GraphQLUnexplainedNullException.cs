namespace Lathe;

/// <summary>
/// The answer has null at a place where only an error may leave it (<c>@semanticNonNull</c>), and no error that explains it. <c>Path</c> says where.
/// </summary>
public sealed class GraphQLUnexplainedNullException : GraphQLResponseException
{
    internal GraphQLUnexplainedNullException(string message, string? path, Exception? innerException = null)
        : base(message, path, innerException)
    {
    }
}

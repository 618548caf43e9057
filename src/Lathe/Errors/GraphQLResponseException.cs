namespace Lathe;

/// <summary>The answer is not the JSON that the operation asks for: broken, cut off, too deep, or of a wrong type somewhere.</summary>
public class GraphQLResponseException : GraphQLTransportException
{
    internal GraphQLResponseException(string message, string? path, Exception? innerException = null)
        : base(message, innerException) =>
        Path = path;

    /// <summary>Gets where in the answer the fault lies, such as <c>data.machines[3].name</c>; null when it belongs to no place.</summary>
    public string? Path { get; }
}

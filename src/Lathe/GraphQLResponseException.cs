using System.Net;

namespace Lathe;

/// <summary>The answer is not the JSON that the operation asks for: broken, cut off, too deep, or of a wrong type somewhere.</summary>
public class GraphQLResponseException : GraphQLTransportException
{
    internal GraphQLResponseException(string message, string? path, Exception? innerException = null)
        : base(message, innerException) =>
        Path = path;

    /// <summary>Gets where in the answer the fault lies, such as <c>data.machines[3].name</c>; null when it belongs to no place.</summary>
    public string? Path { get; }

    /// <summary>Gets the answer's HTTP status; null when only a part of the answer was at hand.</summary>
    public HttpStatusCode? StatusCode { get; internal init; }

    /// <summary>Gets the answer's media type, without parameters; null when it has none, or only a part of the answer was at hand.</summary>
    public string? MediaType { get; internal init; }

    /// <summary>
    /// Gets the first part of the body (<see cref="GraphQLClientOptions.MaxBodyExcerpt"/>); null when it was not at hand. A key in it is hidden.
    /// </summary>
    /// <remarks>It may hold values of the answer, so it is not part of the message or of any log.</remarks>
    public string? Body { get; internal init; }
}

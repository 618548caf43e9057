using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Lathe.Json;

namespace Lathe;

/// <summary>The answer to an operation: data, errors or both (GraphQL specification, section 7.1).</summary>
/// <typeparam name="TData">The type of <c>data</c>.</typeparam>
public sealed class GraphQLResult<TData>
    where TData : class
{
    // A number, so that it and a flag take one word of each result.
    private readonly int _status;

    /// <summary>Makes a result.</summary>
    /// <param name="data">The data, or null when execution gave none.</param>
    /// <param name="errors">The errors; empty when there were none.</param>
    public GraphQLResult(TData? data, IReadOnlyList<GraphQLError>? errors = null)
    {
        Data = data;
        Errors = errors ?? [];
    }

    /// <summary>Gets the data; null when execution gave none. May be partial when <see cref="Errors"/> is not empty.</summary>
    public TData? Data { get; }

    /// <summary>Gets the errors in the order of the response; empty when there were none.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; }

    /// <summary>Gets whether there is any error.</summary>
    public bool HasErrors => Errors.Count > 0;

    /// <summary>Gets the response's <c>extensions</c>, a JSON object; null when there are none.</summary>
    public JsonElement? Extensions { get; init; }

    /// <summary>
    /// Gets whether the connection of the subscription broke before this result and was opened again. Events may be missing: read again what has to
    /// be up to date.
    /// </summary>
    public bool IsResumed { get; init; }

    /// <summary>Gets the HTTP status; null when the result did not come over HTTP.</summary>
    public HttpStatusCode? StatusCode
    {
        get => _status == 0 ? null : (HttpStatusCode)_status;
        init => _status = (int)(value ?? 0);
    }

    /// <summary>Gets the response's HTTP headers; null when the result did not come over HTTP.</summary>
    public HttpResponseHeaders? Headers { get; init; }

    /// <summary>Gets the data, or throws when there is any error.</summary>
    /// <returns>The data, never null.</returns>
    /// <exception cref="GraphQLException">The response has errors or no data.</exception>
    public TData RequireData() =>
        Errors.Count == 0 && Data is not null ? Data : throw new GraphQLException(Errors);

    /// <summary>
    /// Gets the data, or throws when there is none. <see cref="Errors"/> beside data do not throw: use it for an operation whose fields hold their
    /// own errors (<c>@catch</c>).
    /// </summary>
    /// <returns>The data, never null.</returns>
    /// <exception cref="GraphQLFieldException">An error of a field left no data.</exception>
    /// <exception cref="GraphQLException">The response has no data for another reason.</exception>
    public TData RequirePartialData() => Data ?? throw (Errors.FirstOrDefault(static error => error.Path.Count > 0) is { } error
        ? new GraphQLFieldException(error, Errors)
        : new GraphQLException(Errors));

    /// <summary>Writes the data and the errors, at most a screen of them; never a header.</summary>
    /// <returns>Such as <c>GraphQLResult { Data = null, Errors = [Not found] }</c>.</returns>
    public override string ToString() => ContentText.Cut(
        new StringBuilder("GraphQLResult { Data = ").Append(Data?.ToString() ?? "null")
            .Append(", Errors = ").Append(ContentText.OfItems(Errors)).Append(" }"));
}

using System.Buffers;

namespace Lathe;

/// <summary>Makes HTTP requests of calls (GraphQL over HTTP, section 5).</summary>
internal sealed class RequestFactory(GraphQLClientOptions options, ArrayPool<byte> pool)
{
    public GraphQLHttpRequest Create<TData>(GraphQLCall<TData> call, RequestForm form, PooledBytes? body, BearerToken? token, string accept)
        where TData : class
    {
        var address = body is null ? GetAddress.Write(options.Endpoint!, call.Operation, call.Variables, form, pool) : options.Endpoint!;
        var request = new GraphQLHttpRequest(body is null ? HttpMethod.Get : HttpMethod.Post, address)
        {
            Version = options.HttpVersion,
            VersionPolicy = options.HttpVersionPolicy,
            OperationType = call.Operation.Type,
            AllowRetry = call.Options?.AllowRetry ?? false,
            Tenant = call.Options?.Tenant,
            Token = token ?? call.Options?.BearerToken,
            Content = body is null ? null : new PooledRequestContent(body),
        };
        request.Headers.TryAddWithoutValidation("Accept", accept);
        // Servers that guard against cross-site requests want to see that a GET was made on purpose.
        if (body is null)
            request.Headers.TryAddWithoutValidation("GraphQL-Preflight", "1");
        if (call.Options?.HeadersOrNull is { } headers)
            Add(request, headers);
        return request;
    }

    /// <summary>Gets whether a form of an operation goes in the address.</summary>
    public bool UsesGet<TData>(GraphQLOperation<TData> operation, RequestForm form)
        where TData : class =>
        options.UseGetForQueries && operation.Type == GraphQLOperationType.Query && form != RequestForm.TextAndHash;

    private static void Add(GraphQLHttpRequest request, List<KeyValuePair<string, string>> headers)
    {
        foreach (var (name, value) in headers)
        {
            if (value.AsSpan().IndexOfAny('\r', '\n', '\0') >= 0 || !request.Headers.TryAddWithoutValidation(name, value))
                throw new ArgumentException($"The request header '{name}' can't be sent: its name or value has characters that a header can't hold.", nameof(headers));
        }
    }
}

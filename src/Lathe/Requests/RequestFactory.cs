using System.Buffers;
using Lathe.Buffers;
using Lathe.Calls;
using Lathe.Headers;
using Lathe.Uploads;

namespace Lathe.Requests;

/// <summary>Makes HTTP requests of calls (GraphQL over HTTP, section 5).</summary>
internal sealed class RequestFactory(GraphQLClientOptions options, ArrayPool<byte> pool, string? userAgent)
{
    private static readonly HttpRequestOptionsKey<bool> s_streaming = new("WebAssemblyEnableStreamingResponse");

    /// <summary>Makes a request.</summary>
    /// <param name="call">The call.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="address">The address that holds the query; null when a body does.</param>
    /// <param name="body">The body, or null.</param>
    /// <param name="files">The files that go with the body, or null.</param>
    /// <param name="token">The key to use in place of all others, or null.</param>
    /// <param name="eventsAsParts">Whether events are asked for as parts of one answer, not as an event stream.</param>
    public GraphQLHttpRequest Create<TData>(
        GraphQLCall<TData> call,
        HttpMethod method,
        Uri? address,
        PooledBytes? body,
        IPlacedFiles? files,
        BearerToken? token,
        bool eventsAsParts = false)
        where TData : class
    {
        var request = new GraphQLHttpRequest(method, address ?? options.Endpoint!)
        {
            Version = options.HttpVersion,
            VersionPolicy = options.HttpVersionPolicy,
            OperationType = call.Operation.Type,
            AllowRetry = call.Options?.AllowRetry ?? false,
            Sending = SendingOf(call),
            Observation = call.Observation,
            Tenant = call.Options?.Tenant,
            Token = token ?? call.Options?.BearerToken,
            HasRenewedToken = token is not null,
            Content = body is null ? null : Content(body, files),
        };
        request.Headers.TryAddWithoutValidation("Accept", eventsAsParts ? MediaTypes.AcceptEventParts : AcceptOf(call));
        // Servers that guard against cross-site requests want to see that a GET, or what a form could send, was made on purpose.
        if (body is null || files is not null)
        {
            request.Headers.TryAddWithoutValidation("GraphQL-Preflight", "1");
            request.Headers.TryAddWithoutValidation("Apollo-Require-Preflight", "1");
        }

        if (call.Options?.HeadersOrNull is { } headers)
            Add(request, headers);
        if (userAgent is not null)
            request.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        // Before .NET 10 a browser gives an answer as a whole unless asked.
        if (call.WantsParts && OperatingSystem.IsBrowser())
            request.Options.Set(s_streaming, true);
        return request;
    }

    /// <summary>Makes a request of queries that are sent together.</summary>
    public GraphQLHttpRequest CreateBatch(BatchIdentity identity, PooledBytes body)
    {
        var request = new GraphQLHttpRequest(HttpMethod.Post, options.Endpoint!)
        {
            Version = options.HttpVersion,
            VersionPolicy = options.HttpVersionPolicy,
            OperationType = GraphQLOperationType.Query,
            Tenant = identity.Tenant,
            Token = identity.Key,
            HasRenewedToken = identity.IsRenewed,
            Content = new PooledRequestContent(body),
        };
        request.Headers.TryAddWithoutValidation("Accept", MediaTypes.Accept);
        if (userAgent is not null)
            request.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        return request;
    }

    /// <summary>Writes an operation into an address; null when it is sent with POST.</summary>
    public Uri? AddressOf<TData>(GraphQLCall<TData> call, RequestForm form)
        where TData : class
    {
        if (!options.UseGetForQueries || call.WantsParts || call.Operation.Type != GraphQLOperationType.Query || form == RequestForm.TextAndHash)
            return null;
        var address = GetAddress.Write(options.Endpoint!, call.Operation, call.Variables, form, pool, call.OnError(options));
        return address?.Length <= options.MaxGetLength ? new Uri(address) : null;
    }

    private static HttpContent Content(PooledBytes body, IPlacedFiles? files)
    {
        var json = new PooledRequestContent(body);
        return files is null ? json : files.Join(json);
    }

    private static MutationSending? SendingOf<TData>(GraphQLCall<TData> call)
        where TData : class =>
        call.Operation.Type == GraphQLOperationType.Mutation && call.Options?.AllowRetry is not true
            ? new MutationSending(call.Operation.Name)
            : null;

    private static string AcceptOf<TData>(GraphQLCall<TData> call)
        where TData : class
    {
        if (call.Operation.IsIncremental && call.Operation.Type != GraphQLOperationType.Subscription)
            return MediaTypes.AcceptParts;
        return call.WantsParts ? MediaTypes.AcceptStream : MediaTypes.Accept;
    }

    private static void Add(GraphQLHttpRequest request, List<KeyValuePair<string, string>> headers)
    {
        foreach (var (name, value) in headers)
        {
            if (value.AsSpan().IndexOfAny('\r', '\n', '\0') >= 0 || !request.Headers.TryAddWithoutValidation(name, value))
                throw new ArgumentException(
                    $"The request header '{name}' can't be sent: it describes the body, or its name or value has characters that a header can't "
                        + "hold.",
                    nameof(headers));
        }
    }
}

using System.Buffers;
using System.Net;
using Lathe.Calls;
using Lathe.Requests;

namespace Lathe.Transport;

/// <summary>Carries calls over HTTP. What its attempts share.</summary>
internal sealed class HttpCarrier(HttpClient http, GraphQLClientOptions options, ArrayPool<byte> pool, TimeProvider time) : ICarrier
{
    private volatile bool _refusesHashes;
    private volatile bool _refusesQueryMethod;
    private volatile bool _sendsEventsAsParts;

    /// <summary>Gets or sets whether the client stays within a server's points, which its first answer tells.</summary>
    public bool CountsCosts { get; set; }

    public HttpClient Http { get; } = http;

    public GraphQLClientOptions Options { get; } = options;

    public ArrayPool<byte> Pool { get; } = pool;

    public TimeProvider Time { get; } = time;

    public RequestFactory Requests { get; } = new(options, pool, UserAgent.Of(http, options));

    public AnswerReader Answers { get; } = new(options, pool, time);

    /// <summary>Gets whether the server has said that it keeps no documents by their hash.</summary>
    public bool RefusesHashes => _refusesHashes;

    /// <summary>Gets or sets whether the server has refused to send an event stream, so that events are asked for as parts.</summary>
    public bool SendsEventsAsParts
    {
        get => _sendsEventsAsParts;
        set => _sendsEventsAsParts = value;
    }

    /// <summary>Remembers what the server's errors say of hashes, so that later calls do not ask again.</summary>
    public void Learn(IReadOnlyList<GraphQLError> errors)
    {
        if (PersistedQueryErrors.RefuseHashes(errors))
            _refusesHashes = true;
    }

    /// <summary>Gets what the server is asked to do with the error of a field, or null.</summary>
    public GraphQLErrorBehavior? OnErrorOf<TData>(GraphQLCall<TData> call)
        where TData : class => call.OnError(Options);

    /// <summary>Chooses the method of a request with a body.</summary>
    public HttpMethod MethodOf<TData>(GraphQLCall<TData> call, RequestForm form)
        where TData : class =>
        // Sending a new document changes the server's store, which QUERY must not do.
        Options.UseQueryMethod && !_refusesQueryMethod && call.Operation.Type == GraphQLOperationType.Query && form != RequestForm.TextAndHash
            ? QueryMethod.Value
            : HttpMethod.Post;

    /// <summary>
    /// Tells whether an answer says that the server does not know the method QUERY, and remembers it: there is one server a carrier.
    /// </summary>
    public bool LearnsToUsePost(HttpRequestMessage request, HttpResponseMessage response)
    {
        if (request.Method != QueryMethod.Value || response.StatusCode is not (HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotImplemented))
            return false;
        return _refusesQueryMethod = true;
    }

    public IAttempt<TData> Attempt<TData>(GraphQLCall<TData> call, BearerToken? renewed)
        where TData : class => new HttpAttempt<TData>(this, call, renewed);

    /// <summary>Chooses how the first request of a call names its document.</summary>
    public RequestForm FormOf<TData>(GraphQLCall<TData> call)
        where TData : class => Options.PersistedOperations switch
        {
            PersistedOperationMode.Trusted => RequestForm.DocumentId,
            // Streams send their text. A server that stores documents by their hash gets those of other calls.
            PersistedOperationMode.Automatic when !call.WantsParts && !_refusesHashes => RequestForm.Hash,
            _ => RequestForm.Text,
        };
}

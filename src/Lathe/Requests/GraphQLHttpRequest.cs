using System.Diagnostics;
using Lathe.Calls;
using Lathe.Secrets;

namespace Lathe.Requests;

/// <summary>
/// A request of this transport. It carries what handlers need without a dictionary, and never shows its headers:
/// while it is on the way, one of them is the key.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
[DebuggerTypeProxy(typeof(HiddenRequestView))]
internal sealed class GraphQLHttpRequest : HttpRequestMessage
{
    private static readonly HttpRequestOptionsKey<MutationSending> s_sending = new("Lathe.Sending");

    // A handler may send a copy that does not name its original. The call that it serves is known all the same.
    private static readonly AsyncLocal<GraphQLHttpRequest?> s_served = new();

    private Extras? _extras;

    public GraphQLHttpRequest(HttpMethod method, Uri uri)
        : base(method, uri)
    {
    }

    /// <summary>The one sending that a mutation gets; null when it may be sent again. Few requests have one, so it is kept aside.</summary>
    public MutationSending? Sending
    {
        get => OperationType == GraphQLOperationType.Mutation && Options.TryGetValue(s_sending, out var sending) ? sending : null;
        init
        {
            if (value is not null)
                Options.Set(s_sending, value);
        }
    }

    public GraphQLOperationType OperationType { get; init; }

    public bool AllowRetry { get; init; }

    public string? Tenant
    {
        get => _extras?.Tenant;
        init
        {
            if (value is not null)
                More.Tenant = value;
        }
    }

    /// <summary>The call that the request belongs to; null in tests of handlers.</summary>
    public OperationObservation? Observation { get; init; }

    /// <summary>The token to use in place of the client's own.</summary>
    public BearerToken? Token
    {
        get => _extras?.Token;
        init
        {
            if (value is not null)
                More.Token = value;
        }
    }

    /// <summary>Whether <see cref="Token"/> comes from the client's source, in place of a rejected one, and not from the call.</summary>
    public bool HasRenewedToken { get; init; }

    /// <summary>The token that was sent; set by the handler.</summary>
    public BearerToken? SentToken { get; set; }

    /// <summary>The token whose rate limit the request counts against; set by the handler.</summary>
    public BearerToken? BudgetToken { get; set; }

    /// <summary>
    /// Where a newer token comes from; set by the handler when it attached one of its own, and the server that answered has seen it.
    /// </summary>
    public IKeyRenewal? Renewal { get; set; }

    /// <summary>What the request has taken of the server's points; set by the handler where there is a limit.</summary>
    public ICostLease? Cost
    {
        get => _extras?.Cost;
        set
        {
            // What was sent before has been answered.
            if (_extras is not null || value is not null)
                Interlocked.Exchange(ref More.Cost, value)?.Dispose();
        }
    }

    /// <summary>The hash of the document, by which its cost is known; null where nobody counts costs.</summary>
    public string? DocumentHash
    {
        get => _extras?.DocumentHash;
        set => More.DocumentHash = value;
    }

    /// <summary>The client whose handlers the request passes, where they may copy it; set by the outermost.</summary>
    public string? Client
    {
        get => _extras?.Client;
        set => More.Client = value;
    }

    /// <summary>How often the request may be sent, whoever sends it; 0 for no bound. Set by the handler that sends again.</summary>
    public int MostSendings
    {
        get => _extras?.MostSendings ?? 0;
        set => More.MostSendings = value;
    }

    private Extras More => _extras ??= new Extras();

    /// <summary>Finds the request of this transport that a request is, or that a handler has made it a copy of.</summary>
    /// <param name="request">The request.</param>
    /// <param name="client">The client whose handlers it passes.</param>
    /// <returns>The request; null when it is one that somebody else sends.</returns>
    public static GraphQLHttpRequest? ServedBy(HttpRequestMessage request, string client)
    {
        if (request is GraphQLHttpRequest own)
            return own;
        return s_served.Value is { } served && served.Method == request.Method && (served.Client is null || served.Client == client) ? served : null;
    }

    /// <summary>Lets copies of the request be known, in the current flow.</summary>
    /// <param name="always">Whether of any request; else where a wrong key or a second sending would do harm.</param>
    public void ServeCopies(bool always)
    {
        if (always || Tenant is not null || Token is not null || Sending is not null || s_served.Value is not null)
            s_served.Value = this;
    }

    /// <summary>Ends that, for what serves no call, such as asking for a key.</summary>
    public static void ServeNone()
    {
        if (s_served.Value is not null)
            s_served.Value = null;
    }

    /// <summary>Counts a sending, where there is a bound.</summary>
    /// <returns>Whether it is one of those that the request may have.</returns>
    public bool TryCountSending() =>
        _extras is not { MostSendings: > 0 } extras || Interlocked.Increment(ref extras.Sendings) <= extras.MostSendings;

    /// <summary>Gets whether the request may be sent once more.</summary>
    public bool HasSendingLeft => _extras is not { MostSendings: > 0 } extras || Volatile.Read(ref extras.Sendings) < extras.MostSendings;

    /// <summary>Notes what a request waits for, if it is one of ours.</summary>
    public static void Enter(HttpRequestMessage request, CallPhase phase)
    {
        if (request is GraphQLHttpRequest { Observation: { } observation })
            observation.Phase = phase;
    }

    /// <summary>Gets a key other than the one that was sent, from where that came from; null when there is none.</summary>
    public ValueTask<BearerToken?> RenewTokenAsync(CancellationToken cancellationToken) =>
        Renewal is { } renewal && SentToken is { } sent ? renewal.RenewAsync(this, Tenant, sent, cancellationToken) : default;

    protected override void Dispose(bool disposing)
    {
        Cost = null;
        base.Dispose(disposing);
    }

    public override string ToString() => $"{Method} {AddressText.WithoutQuery(RequestUri)} (headers hidden)";

    // Features that few clients need.
    private sealed class Extras
    {
        public ICostLease? Cost;
        public int Sendings;

        public string? Tenant { get; set; }

        public BearerToken? Token { get; set; }

        public string? DocumentHash { get; set; }

        public string? Client { get; set; }

        public int MostSendings { get; set; }
    }
}

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

    public string? Tenant { get; init; }

    /// <summary>The call that the request belongs to; null in tests of handlers.</summary>
    public OperationObservation? Observation { get; init; }

    /// <summary>The token to use in place of the client's own.</summary>
    public BearerToken? Token { get; init; }

    /// <summary>Whether <see cref="Token"/> comes from the client's source, in place of a rejected one, and not from the call.</summary>
    public bool HasRenewedToken { get; init; }

    /// <summary>The token that was sent; set by the handler.</summary>
    public BearerToken? SentToken { get; set; }

    /// <summary>The token whose rate limit the request counts against; set by the handler.</summary>
    public BearerToken? BudgetToken { get; set; }

    /// <summary>Where a newer token comes from; set by the handler when it attached one of its own, and the server that answered has seen it.</summary>
    public IKeyRenewal? Renewal { get; set; }

    /// <summary>Notes what a request waits for, if it is one of ours.</summary>
    public static void Enter(HttpRequestMessage request, CallPhase phase)
    {
        if (request is GraphQLHttpRequest { Observation: { } observation })
            observation.Phase = phase;
    }

    /// <summary>Gets a key other than the one that was sent, from where that came from; null when there is none.</summary>
    public ValueTask<BearerToken?> RenewTokenAsync(CancellationToken cancellationToken) =>
        Renewal is { } renewal && SentToken is { } sent ? renewal.RenewAsync(this, Tenant, sent, cancellationToken) : default;

    public override string ToString() => $"{Method} {AddressText.WithoutQuery(RequestUri)} (headers hidden)";
}

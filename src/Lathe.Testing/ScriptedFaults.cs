using System.Net;
using Lathe.Testing.Faking;

namespace Lathe.Testing;

/// <summary>
/// Faults of a network. A seed decides them: the same seed gives the same faults for the same order of requests, on every machine.
/// </summary>
/// <example>
/// <code>
/// var transport = new ScriptedGraphQLTransport
/// {
///     Faults = new ScriptedFaults(seed: 7) { Unavailable = 0.05, Latency = TimeSpan.FromMilliseconds(80) },
/// };
/// </code>
/// </example>
/// <param name="seed">Decides which requests fail.</param>
public sealed class ScriptedFaults(int seed = 0)
{
    private const ulong UnavailableSalt = 1;
    private const ulong CutSalt = 2;
    private const ulong LatencySalt = 3;

    private readonly double _unavailable;
    private readonly double _cut;
    private readonly TimeSpan _latency;

    /// <summary>Gets the share of requests that the server answers with 503, from 0 to 1. None unless set.</summary>
    public double Unavailable
    {
        get => _unavailable;
        init => _unavailable = Share(value, nameof(Unavailable));
    }

    /// <summary>
    /// Gets the share of answers whose end does not come, from 0 to 1; a subscription breaks after its first event. None unless set.
    /// </summary>
    public double Cut
    {
        get => _cut;
        init => _cut = Share(value, nameof(Cut));
    }

    /// <summary>Gets the longest time that a request takes, by the transport's clock; each takes some part of it. Zero unless set.</summary>
    public TimeSpan Latency
    {
        get => _latency;
        init => _latency = value >= TimeSpan.Zero
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Latency), value, "A latency is not negative.");
    }

    internal ScriptedFault Of(int request)
    {
        var draw = Hash.Mix(Hash.Mix(0, (ulong)seed), (ulong)request);
        var delay = TimeSpan.FromTicks((long)(Latency.Ticks * Hash.Mix(draw, LatencySalt).Share()));
        Exception? exception = Hash.Mix(draw, UnavailableSalt).Happens(Unavailable) ? GraphQLFailures.Http(HttpStatusCode.ServiceUnavailable)
            : Hash.Mix(draw, CutSalt).Happens(Cut) ? GraphQLFailures.Connection()
            : null;
        return new ScriptedFault(delay, exception);
    }

    private static double Share(double share, string name) => share is >= 0 and <= 1
        ? share
        : throw new ArgumentOutOfRangeException(name, share, "A share is from 0 to 1.");
}

using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Lathe.Testing.Serving;

/// <summary>An answer before it is HTTP or a socket's messages.</summary>
internal sealed record ServerAnswer
{
    public int Status { get; init; } = 200;

    public string? RetryAfter { get; init; }

    /// <summary>Gets the responses: several for events and parts.</summary>
    public IReadOnlyList<string> Payloads { get; init; } = [];

    /// <summary>Gets what makes the responses as time goes on; null to give those of <see cref="Payloads"/>.</summary>
    public Func<CancellationToken, IAsyncEnumerable<string>>? Source { get; init; }

    /// <summary>Gets how long each response waits.</summary>
    public TimeSpan Delay { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public bool Breaks { get; init; }

    public string? Challenge { get; init; }

    /// <summary>Gets whether there may be several responses.</summary>
    public bool IsSeveral => Source is not null || Payloads.Count > 1;

    /// <summary>Gives the responses, each at its time.</summary>
    public async IAsyncEnumerable<string> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (Source is not null)
        {
            await foreach (var payload in Source(cancellationToken).ConfigureAwait(false))
            {
                await WaitAsync(cancellationToken).ConfigureAwait(false);
                yield return payload;
            }
        }

        foreach (var payload in Payloads)
        {
            await WaitAsync(cancellationToken).ConfigureAwait(false);
            yield return payload;
        }

        if (Source is null && Payloads.Count == 0)
            await WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public static ServerAnswer Error(string message, string? code = null, int status = 200) => new()
    {
        Status = status,
        Payloads =
        [
            new JsonObject
            {
                ["errors"] = new JsonArray(new JsonObject
                {
                    ["message"] = message,
                    ["extensions"] = code is null ? null : new JsonObject { ["code"] = code },
                }),
            }.ToJsonString(),
        ],
    };

    private Task WaitAsync(CancellationToken cancellationToken) =>
        Delay > TimeSpan.Zero ? Task.Delay(Delay, Time, cancellationToken) : Task.CompletedTask;
}

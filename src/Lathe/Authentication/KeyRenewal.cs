using Lathe.Calls;
using Lathe.Requests;
using Lathe.Telemetry;
using Microsoft.Extensions.Logging;

namespace Lathe.Authentication;

/// <summary>Asks a client's source for a newer key, and logs what came of it.</summary>
internal sealed class KeyRenewal(string client, BearerTokenSource source, ILogger logger) : IKeyRenewal
{
    public async ValueTask<BearerToken?> RenewAsync(
        HttpRequestMessage request, string? tenant, BearerToken rejected, CancellationToken cancellationToken)
    {
        GraphQLHttpRequest.Enter(request, CallPhase.AskingForKey);
        var newer = await source.RenewAsync(tenant, rejected, cancellationToken).ConfigureAwait(false);
        GraphQLHttpRequest.Enter(request, CallPhase.Sending);
        if (newer is null)
            ClientLog.RejectedForGood(logger, client);
        else
            ClientLog.Rejected(logger, client);
        return newer;
    }
}

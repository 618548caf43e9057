using Lathe.Transport;
using Microsoft.Extensions.Options;

namespace Lathe.WebSockets;

internal sealed class GraphQLWebSocketOptionsValidator : IValidateOptions<GraphQLWebSocketOptions>
{
    public ValidateOptionsResult Validate(string? name, GraphQLWebSocketOptions options)
    {
        var faults = new List<string>();
        void Require(bool holds, string fault)
        {
            if (!holds)
                faults.Add($"WebSockets of client '{name}': {fault}");
        }

        Require(
            options.Endpoint is null or { IsAbsoluteUri: true, Scheme: "ws" or "wss" }, "Endpoint must be an absolute ws or wss address, or null.");
        Require(options.Endpoint is not { IsAbsoluteUri: true, UserInfo.Length: > 0 }, "Endpoint must not hold a user name or password.");
        Require(
            options.KeyOrigin is null or { IsAbsoluteUri: true, Scheme: "ws" or "wss" or "http" or "https" },
            "KeyOrigin must be an absolute wss or https address, or null.");
        Require(
            IsTime(options.AckTimeout) && IsTime(options.PingInterval) && IsTime(options.PongTimeout),
            "AckTimeout, PingInterval and PongTimeout must be positive.");
        Require(IsTime(options.IdleTimeout) && IsTime(options.CloseTimeout), "IdleTimeout and CloseTimeout must be positive.");
        Require(IsTime(options.ReconnectDelay) && IsTime(options.MaxReconnectDelay), "ReconnectDelay and MaxReconnectDelay must be positive.");
        Require(options.MaxReconnects >= 0, "MaxReconnects must not be negative.");
        Require(options.MaxWaitingEvents is > 0 and <= 1_000_000, "MaxWaitingEvents must be from 1 to 1,000,000.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static bool IsTime(TimeSpan time) => time != Timeout.InfiniteTimeSpan && GraphQLClientOptionsValidator.IsTimeout(time);
}

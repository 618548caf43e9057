using Microsoft.Extensions.Options;

namespace Lathe.Transport;

internal sealed class GraphQLClientOptionsValidator : IValidateOptions<GraphQLClientOptions>
{
    public ValidateOptionsResult Validate(string? name, GraphQLClientOptions options)
    {
        var faults = new List<string>();
        void Require(bool holds, string fault)
        {
            if (!holds)
                faults.Add($"Client '{name}': {fault}");
        }

        Require(
            IsEndpoint(options.Endpoint),
            "Endpoint must be an absolute http or https address, such as https://api.example.com/graphql. " + Ways(name));
        Require(
            options.UserAgent is null
                || IsUserAgent(options.UserAgent), "UserAgent must be products and comments, such as Shop/2.1 (+https://shop.example).");
        Require(string.IsNullOrEmpty(UserInfo(options.Endpoint)), "Endpoint must not hold a user name or password. Use AddBearerToken for the key.");
        Require(IsTimeout(options.Timeout), "Timeout must be positive, or Timeout.InfiniteTimeSpan.");
        Require(IsTimeout(options.IdleTimeout), "IdleTimeout must be positive, or Timeout.InfiniteTimeSpan.");
        Require(options.MaxResponseSize is > 0 and <= 1 << 30, "MaxResponseSize must be from 1 byte to 1 GB.");
        Require(options.MaxDepth is > 0 and <= 1000, "MaxDepth must be from 1 to 1,000.");
        Require(options.MaxBodyExcerpt is >= 0 and <= 16384, "MaxBodyExcerpt must be from 0 to 16,384.");
        Require(options.MaxGetLength is > 0 and <= 65519, "MaxGetLength must be from 1 to 65,519.");
        Require(options.HttpVersion is not null, "HttpVersion must be set.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    internal static bool IsTimeout(TimeSpan timeout) =>
        timeout == Timeout.InfiniteTimeSpan || (timeout > TimeSpan.Zero && timeout.TotalMilliseconds < int.MaxValue);

    private static bool IsEndpoint(Uri? endpoint) => endpoint is { IsAbsoluteUri: true, Scheme: "http" or "https" or "https+http" or "http+https" };

    private static string Ways(string? name) =>
        "Set it in code (options.Endpoint), as \"endpoint\" in .graphqlrc.json, by options.EndpointConfigurationKey (a setting, or "
            + "ConnectionStrings:...), "
        + $"by a section (services.Configure<GraphQLClientOptions>(\"{name}\", section)), or as the base address (ConfigureHttpClient).";

    private static bool IsUserAgent(string text)
    {
        using var probe = new HttpRequestMessage();
        return probe.Headers.UserAgent.TryParseAdd(text);
    }

    private static string? UserInfo(Uri? endpoint) => endpoint is { IsAbsoluteUri: true } ? endpoint.UserInfo : null;
}

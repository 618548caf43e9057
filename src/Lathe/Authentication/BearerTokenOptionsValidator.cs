using Microsoft.Extensions.Options;

namespace Lathe.Authentication;

internal sealed class BearerTokenOptionsValidator(BearerTokenRegistrations clients) : IValidateOptions<BearerTokenOptions>
{
    public ValidateOptionsResult Validate(string? name, BearerTokenOptions options)
    {
        var faults = new List<string>();
        void Require(bool holds, string fault)
        {
            if (!holds)
                faults.Add($"Client '{name}': {fault}");
        }

        var sources = Count(options) + (clients.Find(name)?.Provider is null ? 0 : 1);
        Require(sources > 0, "AddBearerToken or AddApiKey names no source. Set ConfigurationKey, EnvironmentVariable, File, Provider or FixedToken.");
        Require(
            sources < 2,
            "AddBearerToken or AddApiKey names more than one source. Set exactly one of ConfigurationKey, EnvironmentVariable, File, Provider and "
                + "FixedToken.");
        Require(
            options.ConfigurationKey?.Length != 0,
            "BearerTokenOptions.ConfigurationKey is empty. Set where the key is in configuration, such as MachineMetrics:ApiKey.");
        Require(options.EnvironmentVariable?.Length != 0, "BearerTokenOptions.EnvironmentVariable is empty. Set the variable's name.");
        Require(options.File?.Length != 0, "BearerTokenOptions.File is empty. Set the path of the file that holds the key.");
        Require(
            options.Origin is null or { IsAbsoluteUri: true },
            "BearerTokenOptions.Origin must be an absolute address, such as https://api.example.com.");
        Require(options.FileCheckInterval >= TimeSpan.Zero, "BearerTokenOptions.FileCheckInterval must not be negative.");
        Require(options.RenewBefore >= TimeSpan.Zero, "BearerTokenOptions.RenewBefore must not be negative.");
        Require(
            string.Equals(clients.Find(name)?.Header ?? options.Header, options.Header, StringComparison.OrdinalIgnoreCase),
            "BearerTokenOptions.Header is not the header that AddBearerToken or AddApiKey names. Name it there.");
        Require(options.Scheme is null || IsToken(options.Scheme), "BearerTokenOptions.Scheme must be one word, such as Bearer or Basic, or null.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static bool IsToken(string scheme) => scheme.Length > 0 && scheme.AsSpan().IndexOfAnyExceptInRange('!', '~') < 0;

    private static int Count(BearerTokenOptions options) =>
        (options.ConfigurationKey is null ? 0 : 1)
        + (options.EnvironmentVariable is null ? 0 : 1)
        + (options.File is null ? 0 : 1)
        + (options.Provider is null ? 0 : 1)
        + (options.FixedToken is null ? 0 : 1);
}

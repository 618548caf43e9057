using Lathe.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lathe.Tests.Authentication;

/// <summary>Options of keys: what is refused, and which source they name.</summary>
public sealed class OptionsTests
{
    [Fact]
    public void EachMistakeIsSaidOnce()
    {
        Said(
            "AddBearerToken or AddApiKey names no source. Set ConfigurationKey, EnvironmentVariable, File, Provider or FixedToken.",
            _ => { },
            bare: true);
        Said(
            "AddBearerToken or AddApiKey names more than one source. Set exactly one of ConfigurationKey, EnvironmentVariable, File, Provider and "
                + "FixedToken.",
            o => o.File = "key");
        Said(
            "BearerTokenOptions.ConfigurationKey is empty. Set where the key is in configuration, such as MachineMetrics:ApiKey.",
            o => o.ConfigurationKey = "",
            bare: true);
        Said("BearerTokenOptions.EnvironmentVariable is empty. Set the variable's name.", o => o.EnvironmentVariable = "", bare: true);
        Said("BearerTokenOptions.File is empty. Set the path of the file that holds the key.", o => o.File = "", bare: true);
        Said(
            "BearerTokenOptions.Origin must be an absolute address, such as https://api.example.com.",
            o => o.Origin = new Uri("/graphql", UriKind.Relative));
        Said("BearerTokenOptions.FileCheckInterval must not be negative.", o => o.FileCheckInterval = TimeSpan.FromTicks(-1));
        Said("BearerTokenOptions.RenewBefore must not be negative.", o => o.RenewBefore = TimeSpan.FromTicks(-1));
        Said("BearerTokenOptions.Header is not the header that AddBearerToken or AddApiKey names. Name it there.", o => o.Header = "X-Other");
        foreach (var scheme in new[] { "", "two words", "schéma" })
            Said("BearerTokenOptions.Scheme must be one word, such as Bearer or Basic, or null.", o => o.Scheme = scheme);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Basic")]
    [InlineData("!~")]
    public void WhatIsRightIsAccepted(string? scheme) => Assert.Empty(Faults(
        o =>
        {
            (o.Scheme, o.Header, o.Origin) = (scheme, "AUTHORIZATION", new Uri("https://api.example.com"));
            (o.FileCheckInterval, o.RenewBefore) = (TimeSpan.Zero, TimeSpan.Zero);
        },
        bare: false));

    [Fact]
    public void EverySourceIsOne()
    {
        Action<BearerTokenOptions>[] sources =
        [
            o => o.ConfigurationKey = "a", o => o.EnvironmentVariable = "a", o => o.File = "a", o => o.FixedToken = BearerToken.Create("a"),
            o => o.Provider = static (_, _) => new((BearerToken?)null),
        ];
        foreach (var one in sources)
        {
            Assert.Empty(Faults(one, bare: true));
            foreach (var other in sources.Where(other => other != one))
                Assert.Contains("more than one source", Assert.Single(Faults(one + other, bare: true)), StringComparison.Ordinal);
            Assert.Contains("more than one source", Assert.Single(Faults(one, bare: true, provider: true)), StringComparison.Ordinal);
        }

        Assert.Empty(Faults(_ => { }, bare: true, provider: true));
    }

    [Theory]
    [InlineData(true, "configuration")]
    [InlineData(true, "environment")]
    [InlineData(true, "file")]
    [InlineData(true, "fixed")]
    [InlineData(false, "provider")]
    public void AProviderAloneMayGiveEachCallerAnotherKey(bool isOne, string source) => Assert.Equal(isOne, BearerTokenSourceFactory.IsOneForAll(new()
    {
        ConfigurationKey = source == "configuration" ? "a" : null,
        EnvironmentVariable = source == "environment" ? "a" : null,
        File = source == "file" ? "a" : null,
        FixedToken = source == "fixed" ? BearerToken.Create("a") : null,
        Provider = source == "provider" ? static (_, _) => new((BearerToken?)null) : null,
    }));

    [Fact]
    public void ConfigurationMustBeThere()
    {
        using var services = new ServiceCollection().BuildServiceProvider();
        var failure = Assert.Throws<BearerTokenException>(
            () => BearerTokenSourceFactory.Create(services, "test", new() { ConfigurationKey = "Api:Key" }, NullLogger.Instance));
        Assert.Equal(
            "The key is to be read from configuration 'Api:Key', but no IConfiguration is registered. Use a host, or "
                + "services.AddSingleton<IConfiguration>(...).",
            failure.Message);
    }

    [Fact]
    public async Task AMissingVariableSaysWhenToSetIt()
    {
        using var services = new ServiceCollection().BuildServiceProvider();
        var source = BearerTokenSourceFactory.Create(services, "test", new() { EnvironmentVariable = "LATHE_NO_SUCH" }, NullLogger.Instance);
        var failure = await Assert.ThrowsAsync<BearerTokenException>(
            async () => await source.GetAsync(null, TestContext.Current.CancellationToken));
        Assert.Equal("There is no key in the environment variable LATHE_NO_SUCH. Set it before the process starts.", failure.Message);
    }

    [Fact]
    public void TheLastMarkOfANameCounts()
    {
        var clients = new BearerTokenRegistrations([new("a", null, "X-1"), new("b", null, "X-2"), new("a", null, "Authorization")]);
        Assert.Equal("Authorization", clients.Find("a")!.Header);
        Assert.False(clients.Find("a")!.IsOwnHeader);
        Assert.True(clients.Find("b")!.IsOwnHeader);
        Assert.Null(clients.Find("c"));
        Assert.Null(clients.Find(null));
    }

    private static void Said(string fault, Action<BearerTokenOptions> set, bool bare = false) =>
        Assert.Equal([$"Client 'test': {fault}"], Faults(set, bare));

    private static IEnumerable<string> Faults(Action<BearerTokenOptions> set, bool bare, bool provider = false)
    {
        var options = new BearerTokenOptions { FixedToken = bare ? null : BearerToken.Create("k") };
        set(options);
        var registration = new BearerTokenRegistration("test", provider ? static _ => throw new NotSupportedException() : null, "Authorization");
        return new BearerTokenOptionsValidator(new BearerTokenRegistrations([registration])).Validate("test", options).Failures ?? [];
    }
}

using System.Globalization;
using System.Text.Json;

namespace Lathe.Tests.Costs;

/// <summary>What some APIs say of the points that are left, as their documentation shows it.</summary>
public sealed class CostReaderTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void ShopifysThrottleStatusIsRead()
    {
        var status = Read("""
            {"cost":{"requestedQueryCost":101,"actualQueryCost":46,
            "throttleStatus":{"maximumAvailable":1000,"currentlyAvailable":954.5,"restoreRate":50}}}
            """);
        Assert.Equal(new GraphQLCostStatus { Available = 954.5, Maximum = 1000, RestoreRate = 50, RequestedCost = 101 }, status);
    }

    [Fact]
    public void GitHubsHeadersAreRead()
    {
        var status = Read(
            null, ("x-ratelimit-limit", "5000"), ("x-ratelimit-remaining", "4999"), ("x-ratelimit-used", "1"), ("x-ratelimit-reset", Seconds(600)));
        Assert.Equal(new GraphQLCostStatus { Available = 4999, Maximum = 5000, ResetsAt = s_now.AddSeconds(600) }, status);
        Assert.Equal(
            new GraphQLCostStatus { Available = 0, ResetsAt = s_now.AddSeconds(60) },
            Read(null, ("retry-after", "60"), ("x-ratelimit-remaining", "4999"), ("x-ratelimit-reset", Seconds(600))));
    }

    [Fact]
    public void LinearsHeadersAreRead()
    {
        (string, string)[] complexity =
        [
            ("X-Complexity", "120"), ("X-RateLimit-Complexity-Limit", "250000"), ("X-RateLimit-Complexity-Remaining", "249880"),
            ("X-RateLimit-Complexity-Reset", Seconds(600) + "000"),
        ];
        (string, string)[] requests = [("X-RateLimit-Requests-Limit", "1500"), ("X-RateLimit-Requests-Reset", Seconds(300) + "000")];
        Assert.Equal(
            new GraphQLCostStatus { Available = 249880, Maximum = 250000, ResetsAt = s_now.AddSeconds(600), RequestedCost = 120 },
            Read(null, [.. complexity, .. requests, ("X-RateLimit-Requests-Remaining", "1499")]));
        Assert.Equal(
            new GraphQLCostStatus { Available = 0, ResetsAt = s_now.AddSeconds(300) },
            Read(null, [.. complexity, .. requests, ("X-RateLimit-Requests-Remaining", "0")]));
        Assert.Equal(
            new GraphQLCostStatus { Available = 7, Maximum = 1500, ResetsAt = s_now.AddSeconds(300) },
            Read(null, [.. requests, ("X-RateLimit-Requests-Remaining", "7")]));
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"cost":7}""")]
    [InlineData("""{"cost":{"throttleStatus":[]}}""")]
    [InlineData("""{"cost":{"throttleStatus":{"currentlyAvailable":"9"}}}""")]
    [InlineData("""{"cost":{"throttleStatus":{"currentlyAvailable":-1}}}""")]
    [InlineData("""{"cost":{"throttleStatus":{"currentlyAvailable":1e999}}}""")]
    public void NonsenseIsNothing(string extensions) => Assert.Null(Read(extensions, ("x-ratelimit-remaining", "NaN"), ("retry-after", "soon")));

    [Fact]
    public void AResetThatIsNoTimeIsNone() =>
        Assert.Equal(new GraphQLCostStatus { Available = 3 }, Read(null, ("x-ratelimit-remaining", "3"), ("x-ratelimit-reset", "1e300")));

    [Theory]
    [InlineData(10, 50.0, 0, 100, 0.0)]
    [InlineData(60, 50.0, 0, 10, 1.0)]
    [InlineData(200, 50.0, 0, 10, null)]
    [InlineData(60, 0.0, 0, 10, null)]
    [InlineData(60, null, 0, 10, null)]
    [InlineData(60, null, 30, 10, 30.0)]
    public void TheWaitIsByRateOrByReset(double cost, double? rate, int reset, double available, double? seconds)
    {
        DateTimeOffset? at = reset == 0 ? null : s_now.AddSeconds(reset);
        var status = new GraphQLCostStatus { Available = available, Maximum = 150, RestoreRate = rate, ResetsAt = at };
        Assert.Equal(seconds is { } value ? TimeSpan.FromSeconds(value) : null, status.TimeUntil(cost, s_now));
    }

    private static string Seconds(int fromNow) => s_now.AddSeconds(fromNow).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static GraphQLCostStatus? Read(string? extensions, params (string Name, string Value)[] headers)
    {
        using var response = new HttpResponseMessage();
        foreach (var (name, value) in headers)
            response.Headers.TryAddWithoutValidation(name, value);
        JsonElement? element = extensions is null ? null : JsonElement.Parse(extensions);
        return GraphQLCostReaders.Any.Read(new GraphQLCostAnswer(response.Headers, element, s_now));
    }
}

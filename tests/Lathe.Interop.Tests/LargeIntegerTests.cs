using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Lathe.Interop.Tests.Support;

namespace Lathe.Interop.Tests;

/// <summary>Integers that a JavaScript number does not hold, with the scalars of graphql-scalars.</summary>
public sealed class LargeIntegerTests(ForeignServers servers)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task ABigIntegerComesBackAsItWent(string server, string digits)
    {
        await using var user = new ShopUser(servers.Endpoint(server));
        var value = BigInteger.Parse(digits, CultureInfo.InvariantCulture);
        Assert.Equal(value, (await user.Client.EchoBigAsync(value, cancellationToken: Stop)).RequireData().EchoBig);
        Assert.Equal(IsSafe(value) ? JsonValueKind.Number : JsonValueKind.String, Sent(user));
    }

    [Theory]
    [InlineData("yoga", 42)]
    [InlineData("yoga", 9007199254740991)]
    [InlineData("yoga", -9007199254740993)]
    [InlineData("apollo", long.MaxValue)]
    [InlineData("mercurius", long.MinValue)]
    public async Task ALongThatIsWrittenSafelyComesBackAsItWent(string server, long value)
    {
        await using var user = new ShopUser(servers.Endpoint(server));
        Assert.Equal(value, (await user.Client.EchoLongAsync(value, cancellationToken: Stop)).RequireData().EchoLong);
        Assert.Equal(IsSafe(value) ? JsonValueKind.Number : JsonValueKind.String, Sent(user));
    }

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var server in new[] { "yoga", "apollo", "mercurius" })
        {
            foreach (var digits in new[] { "0", "9007199254740991", "9007199254740992", "-9007199254740993", "123456789012345678901234567890" })
                cases.Add(server, digits);
        }

        return cases;
    }

    private static bool IsSafe(BigInteger value) => BigInteger.Abs(value) <= 9007199254740991;

    private static JsonValueKind Sent(ShopUser user)
    {
        using var body = JsonDocument.Parse(Assert.Single(user.Sent).Body);
        return body.RootElement.GetProperty("variables").GetProperty("value").ValueKind;
    }
}

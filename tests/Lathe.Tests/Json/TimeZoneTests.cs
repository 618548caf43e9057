using System.Text;
using Lathe.Json;
using Lathe.Tests.Support;

namespace Lathe.Tests.Json;

/// <summary>A date and time means the same on every machine. The machine's time zone is one for the process, so these run alone.</summary>
[Collection(RunsAlone.Name)]
public sealed class TimeZoneTests : IDisposable
{
    private readonly string? _zone = Environment.GetEnvironmentVariable("TZ");

    public TimeZoneTests() => SetZone("America/New_York");

    public void Dispose() => SetZone(_zone);

    [Theory]
    [InlineData("2024-03-01T01:02:03.456", "2024-03-01T01:02:03.4560000+00:00")]
    [InlineData("2024-03-01T01:02:03", "2024-03-01T01:02:03.0000000+00:00")]
    [InlineData("2024-03-01", "2024-03-01T00:00:00.0000000+00:00")]
    [InlineData("0001-01-01T00:00:00", "0001-01-01T00:00:00.0000000+00:00")]
    [InlineData("9999-12-31T23:59:59.9999999", "9999-12-31T23:59:59.9999999+00:00")]
    [InlineData("2024-03-01T01:02:03.456+02:00", "2024-03-01T01:02:03.4560000+02:00")]
    [InlineData("2024-03-01T01:02Z", "2024-03-01T01:02:00.0000000+00:00")]
    public void WithoutAnOffsetItIsUtc(string text, string expected)
    {
        Assert.NotEqual(TimeSpan.Zero, TimeZoneInfo.Local.BaseUtcOffset);
        var cursor = new JsonCursor(Encoding.UTF8.GetBytes($"\"{text}\""));
        Assert.Equal(expected, cursor.ReadDateTimeOffset().ToString("O"));
    }

    [Theory]
    [InlineData("2024-03-01T01:02:03.456", "2024-03-01T01:02:03.4560000")]
    [InlineData("2024-03-01T01:02:03Z", "2024-03-01T01:02:03.0000000Z")]
    [InlineData("2024-03-01T01:02:03+02:00", "2024-02-29T23:02:03.0000000Z")]
    public void ADateTimeIsNeverOfTheMachinesZone(string text, string expected)
    {
        var cursor = new JsonCursor(Encoding.UTF8.GetBytes($"\"{text}\""));
        Assert.Equal(expected, cursor.ReadDateTime().ToString("O"));
    }

    private static void SetZone(string? zone)
    {
        Environment.SetEnvironmentVariable("TZ", zone);
        TimeZoneInfo.ClearCachedData();
    }
}

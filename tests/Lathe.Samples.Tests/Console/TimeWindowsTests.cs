using ShopFloor.Report;

namespace Lathe.Samples.Tests.Console;

public sealed class TimeWindowsTests
{
    private static readonly DateTimeOffset s_start = new(2026, 3, 3, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 15, "")]
    [InlineData(10, 15, "0-10")]
    [InlineData(30, 15, "0-15 15-30")]
    [InlineData(40, 15, "0-15 15-30 30-40")]
    public void WindowsMeetAndEndWithTheSpan(int minutes, int length, string expected) => Assert.Equal(
        expected,
        string.Join(' ', TimeWindows.Split(s_start, s_start.AddMinutes(minutes), TimeSpan.FromMinutes(length))
            .Select(static one => $"{(one.From - s_start).TotalMinutes}-{(one.To - s_start).TotalMinutes}")));

    [Fact]
    public void AWindowIsLongerThanNothing() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TimeWindows.Split(s_start, s_start.AddDays(1), TimeSpan.Zero).ToList());

    [Fact]
    public async Task ItemsComeWindowByWindow()
    {
        var windows = TimeWindows.Split(s_start, s_start.AddMinutes(30), TimeSpan.FromMinutes(15));
        var items = await TimeWindows.ReadAsync(windows, static (from, to) => new[] { from, to }.ToAsyncEnumerable(),
            TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal([0.0, 15, 15, 30], items.Select(static one => (one - s_start).TotalMinutes));
    }
}

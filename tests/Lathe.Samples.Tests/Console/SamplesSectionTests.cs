using ShopFloor.Report;

namespace Lathe.Samples.Tests.Console;

public sealed class SamplesSectionTests
{
    [Fact]
    public void CourseGoesFromTheLowestToTheHighestValue() =>
        Assert.Equal("▁▄█ ▁", SamplesSection.Course([10, 15, 20, null, 10]));

    [Fact]
    public void EqualValuesAreALine() => Assert.Equal("▁▁", SamplesSection.Course([7, 7]));

    [Fact]
    public void NothingIsNothing() => Assert.Equal("  ", SamplesSection.Course([null, null]));
}

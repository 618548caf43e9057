using System.Text.Json;
using Lathe.Json;
using Lathe.Paging;
using static Lathe.Tests.Json.JsonText;

namespace Lathe.Tests.Paging;

/// <summary>The run time's records for where a page ends read, compare and travel as generated ones do.</summary>
public class PageInfoTests
{
    private const string All = """{"startCursor":"a","more":[1],"hasPreviousPage":true,"endCursor":null,"hasNextPage":false}""";

    [Fact]
    public void FieldsAreReadInAnyOrder()
    {
        Assert.Equal(
            new PageInfo { HasNextPage = false, HasPreviousPage = true, StartCursor = "a" },
            Read(All, static (ref JsonCursor j) => new PageInfo(ref j)));
        Assert.Equal(new ForwardPageInfo { HasNextPage = false }, Read(All, static (ref JsonCursor j) => new ForwardPageInfo(ref j)));
        Assert.Equal(
            new BackwardPageInfo { HasPreviousPage = true, StartCursor = "a" }, Read(All, static (ref JsonCursor j) => new BackwardPageInfo(ref j)));
    }

    [Theory]
    [InlineData("""{"endCursor":"z"}""")]
    [InlineData("""{"hasNextPage":null}""")]
    [InlineData("""{"hasNextPage":true,"hasNextPage":true}""")]
    [InlineData("""{"hasNextPage":true,"endCursor":7}""")]
    public void WhatIsNoPageIsRefused(string json) =>
        Assert.Throws<GraphQLReadException>(() => Read(json, static (ref JsonCursor j) => new ForwardPageInfo(ref j)));

    [Fact]
    public void TheyTravelAndShowTheirMembers()
    {
        var page = new ForwardPageInfo { HasNextPage = true, EndCursor = "z" };
        Assert.Equal(page, JsonSerializer.Deserialize<ForwardPageInfo>(JsonSerializer.Serialize(page)));
        Assert.Equal("ForwardPageInfo { HasNextPage = True, EndCursor = z }", page.ToString());
        Assert.NotEqual(page, page with { EndCursor = null });
    }
}

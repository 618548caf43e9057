using Lathe.Testing;
using MachineMetrics;

namespace Lathe.Samples.Tests.Client;

/// <summary>Pages against the stand-in: by offset, and behind the last key.</summary>
public sealed class PageTests(ClientFixture fixture) : IClassFixture<ClientFixture>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static ActivitiesQuery.Variables Ordered => new() { Limit = 7 };

    [Fact]
    public async Task AllActivitiesComeByOffset()
    {
        var expected = fixture.Shop.Activities.Select(static activity => activity.ActivityRef).Order().ToList();
        Assert.True(expected.Count > 14);
        var before = fixture.Server.Requests.Count(static one => one.OperationName == "Activities");
        var found = await fixture.Client.AllActivitiesAsync(Ordered, cancellationToken: Stop).Select(static one => one.ActivityRef).ToListAsync(Stop);
        Assert.Equal(expected, found);
        // One more, which is empty and says that there is no further page.
        var calls = fixture.Server.Requests.Count(static one => one.OperationName == "Activities") - before;
        Assert.Equal((expected.Count + 6) / 7 + 1, calls);
    }

    [Fact]
    public async Task ReadingGoesOnBehindAnOffset()
    {
        var all = await fixture.Client.AllActivitiesAsync(Ordered, cancellationToken: Stop).ToListAsync(Stop);
        var rest = await fixture.Client.AllActivitiesAsync(Ordered, new() { StartAfter = 10, Prefetch = true, MaxItems = 9 }, Stop).ToListAsync(Stop);
        Assert.Equal(all.Skip(10).Take(9), rest);
    }

    [Fact]
    public async Task PagesAreResultsOfTheirOwn()
    {
        var pages = await fixture.Client.ActivitiesPagesAsync(Ordered, new() { MaxPages = 2 }, Stop).ToListAsync(Stop);
        Assert.Equal([7, 7], pages.Select(static page => page.RequireData().Activities.Count));
        Assert.All(pages, static page => Assert.Equal(System.Net.HttpStatusCode.OK, page.StatusCode));
    }

    [Fact]
    public async Task SamplesComeBehindTheLastSequence()
    {
        var (from, to) = (fixture.Shop.Now.AddHours(-2), fixture.Shop.Now);
        var expected = fixture.Shop.Machines.Single(static one => one.MachineRef == 201).Quantities
            .Where(one => one.MetricKey == "spindleLoad" && from <= one.EventTime && one.EventTime < to).Select(static one => one.Sequence)
                .Order().ToList();
        Assert.True(expected.Count > 100);
        var variables = new QuantitySamplesQuery.Variables { MachineRef = 201, MetricKey = "spindleLoad", From = from, To = to, Limit = 40 };
        var pages = await fixture.Client.QuantitySamplesPagesAsync(variables, cancellationToken: Stop).ToListAsync(Stop);
        Assert.Equal(expected, pages.SelectMany(static page => page.RequireData().Quantities).Select(static one => one.Sequence));
        Assert.Equal((expected.Count + 39) / 40 + 1, pages.Count);

        var rest = fixture.Client.AllQuantitySamplesAsync(variables, new() { StartAfter = expected[50] }, Stop);
        Assert.Equal(expected.Skip(51), await rest.Select(static one => one.Sequence).ToListAsync(Stop));
    }

    [Fact]
    public async Task AFaultOfTheServerSaysFromWhereToGoOn()
    {
        var variables = new QuantitySamplesQuery.Variables { MachineRef = 201, MetricKey = "x", From = fixture.Shop.Now, To = fixture.Shop.Now };
        var error = await Assert.ThrowsAsync<GraphQLPaginationException>(
            async () => await fixture.Client.AllQuantitySamplesAsync(variables, new() { StartAfter = 3L }, Stop).ToListAsync(Stop));
        Assert.Equal((1, (object?)3L), (error.Page, error.Cursor));
        Assert.Equal("windowStartAt must be before windowEndAt.", Assert.Single(error.Errors).Message);
    }

    [Fact]
    public async Task AFakeEndsByItself()
    {
        var transport = new ScriptedGraphQLTransport();
        transport.On(ActivitiesQuery.Operation).Fakes();
        var found = await new MachineMetricsClient(transport).AllActivitiesAsync(new(), cancellationToken: Stop).ToListAsync(Stop);
        Assert.Equal(Fakes.Of(ActivitiesQuery.Operation).Activities, found);
        Assert.Equal(2, transport.Requests.Count);
    }

    [Fact]
    public async Task AScriptEndsWithAnEmptyPage()
    {
        var transport = new ScriptedGraphQLTransport();
        var fake = Fakes.Of(ActivitiesQuery.Operation);
        transport.On(ActivitiesQuery.Operation).Returns(fake).Returns(new ActivitiesQuery.Data { Activities = [] });
        var found = await new MachineMetricsClient(transport).AllActivitiesAsync(new(), cancellationToken: Stop).ToListAsync(Stop);
        Assert.Equal(fake.Activities, found);
        Assert.Equal([null, fake.Activities.Count], transport.Requests.Select(static one => one.Variable("offset")?.GetInt32()));
    }
}

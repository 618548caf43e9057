using MachineMetrics;
using Microsoft.Extensions.DependencyInjection;

namespace Lathe.Samples.Tests.Client;

public sealed class RefusalTests(ClientFixture fixture) : IClassFixture<ClientFixture>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task UnknownKeyIsAnAuthenticationException()
    {
        await using var services = fixture.Connect("mm-demo-unknown");
        var client = services.GetRequiredService<IMachineMetricsClient>();
        var fault = await Assert.ThrowsAsync<GraphQLAuthenticationException>(() => client.MachineNamesAsync(stop));
        Assert.DoesNotContain("mm-demo-unknown", fault.ToString(), System.StringComparison.Ordinal);
    }

    [Fact]
    public async Task KeyWithoutTheScopeIsAForbiddenException()
    {
        await using var services = fixture.Connect(fixture.Server.AddKey(fixture.Shop, "erp").Secret);
        var client = services.GetRequiredService<IMachineMetricsClient>();
        var fault = await Assert.ThrowsAsync<GraphQLForbiddenException>(() => client.MachineNamesAsync(stop));
        Assert.Equal("reporting", fault.MissingScope);
    }

    [Fact]
    public async Task ServerErrorIsAValue()
    {
        var to = fixture.Shop.Now;
        var result = await fixture.Client.QuantitySamplesAsync(101, "spindleSpeed", to, to.AddHours(-1), cancellationToken: stop);
        Assert.Equal("windowStartAt must be before windowEndAt.", Assert.Single(result.Errors).Message);
        Assert.Throws<GraphQLException>(() => result.RequireData());
    }
}

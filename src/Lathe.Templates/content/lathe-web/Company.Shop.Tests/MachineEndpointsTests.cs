using Lathe;
using Lathe.Testing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Company.Shop.Tests;

public class MachineEndpointsTests
{
    [Fact]
    public async Task MachinesAreListed()
    {
        var transport = new ScriptedGraphQLTransport();
        transport.On(MachinesQuery.Operation).Fakes(seed: 1);

        var answer = await MachineEndpoints.ListAsync(new ApiClient(transport), limit: 3, TestContext.Current.CancellationToken);

        Assert.Equal(3, Assert.IsType<Ok<ResultList<MachinesQuery.Machine>>>(answer.Result).Value!.Count);
    }

    [Fact]
    public async Task AnErrorOfTheServerIsAProblem()
    {
        var transport = new ScriptedGraphQLTransport();
        transport.On(MachinesQuery.Operation).ReturnsErrors(new GraphQLError("Not allowed"));

        var answer = await MachineEndpoints.ListAsync(new ApiClient(transport), limit: 3, TestContext.Current.CancellationToken);

        Assert.Equal(502, Assert.IsType<ProblemHttpResult>(answer.Result).StatusCode);
    }
}

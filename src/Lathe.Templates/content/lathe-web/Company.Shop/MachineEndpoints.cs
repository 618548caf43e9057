using Lathe;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Company.Shop;

public static class MachineEndpoints
{
    /// <summary>Gives the machines, or a problem that shows none of the server's secrets.</summary>
    public static async Task<Results<Ok<ResultList<MachinesQuery.Machine>>, ProblemHttpResult>> ListAsync(
        IApiClient client, int limit = 20, CancellationToken cancellationToken = default)
    {
        var result = await client.MachinesAsync(limit, cancellationToken);
        return result is { HasErrors: false, Data: { } data }
            ? TypedResults.Ok(data.Machines)
            : TypedResults.Problem("The machines cannot be read now.", statusCode: StatusCodes.Status502BadGateway);
    }
}

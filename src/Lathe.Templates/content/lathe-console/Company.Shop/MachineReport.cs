namespace Company.Shop;

public static class MachineReport
{
    /// <summary>Reads machines and gives a line for each.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(IApiClient client, int limit, CancellationToken cancellationToken = default)
    {
        var result = await client.MachinesAsync(limit, cancellationToken);
        return [.. result.RequireData().Machines.Select(machine => $"{machine.Name,-20} {machine.State}")];
    }
}

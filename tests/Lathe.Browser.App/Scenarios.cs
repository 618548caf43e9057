using Lathe;

namespace Shop;

/// <summary>The calls that a page may ask for.</summary>
public sealed class Scenarios(IShopClient client)
{
    public IReadOnlyList<IMachineLine> Machines { get; private set; } = [];

    public IAsyncEnumerable<string> Run(string name) => name switch
    {
        "query" or "get" => Query(),
        "header" => Header(),
        "error" => Error(),
        "mutation" => Mutation(),
        "subscription" => Subscription(5),
        "first" => Subscription(1),
        "events" => Events(5),
        "one" => Events(1),
        _ => throw new ArgumentException($"There is no scenario '{name}'.", nameof(name)),
    };

    private async IAsyncEnumerable<string> Query()
    {
        var result = await client.MachinesAsync(first: 2);
        Machines = result.RequireData().Machines;
        yield return $"{Machines.Count} machines";
    }

    private async IAsyncEnumerable<string> Header()
    {
        yield return (await client.HeaderAsync("authorization")).RequireData().Header ?? "none";
    }

    private async IAsyncEnumerable<string> Error()
    {
        var result = await client.FailsAsync();
        foreach (var error in result.Errors)
            yield return $"{error.Path[0]}: {error.Message}";
    }

    private async IAsyncEnumerable<string> Mutation()
    {
        yield return (await client.RenameAsync("1", "Størst")).RequireData().Rename.Name;
    }

    // What follows an event on the server waits for the query that says that the event was seen.
    private async IAsyncEnumerable<string> Subscription(int count)
    {
        await foreach (var next in client.TicksAsync(n: 3).Take(count))
        {
            yield return next.RequireData().Ticks.Text;
            await client.HeaderAsync("seen");
        }
    }

    private async IAsyncEnumerable<string> Events(int count)
    {
        await foreach (var next in client.TicksAsync(n: 3).Take(count))
            yield return next.RequireData().Ticks.Text;
    }
}

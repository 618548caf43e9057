using Microsoft.Extensions.DependencyInjection;
using ShopFloor.Report;
using ShopFloor.Sources;
using Spectre.Console;

namespace ShopFloor;

/// <summary>The shop-floor report: reads it, prints it, and says in one line why it can't.</summary>
internal static class App
{
    public const string KeyVariable = "MACHINEMETRICS_API_KEY";

    public static async Task<int> RunAsync(
        string[] args, string? key, IAnsiConsole console, TextWriter error, CancellationToken cancellationToken)
    {
        if (!Arguments.TryParse(args, out var arguments))
        {
            await error.WriteLineAsync(Arguments.Usage);
            return 2;
        }

        try
        {
            await using var source = await OpenAsync(arguments, key, cancellationToken);
            using var host = Services.Build(source);
            if (arguments.Follow)
            {
                await host.Services.GetRequiredService<StateFollower>().FollowAsync(console, arguments.Changes, cancellationToken);
                return 0;
            }

            var reader = host.Services.GetRequiredService<ShopFloorReader>();
            var floor = await Waiting.ForAsync(console, step => reader.ReadAsync(arguments, step, cancellationToken));
            console.Write(ShopFloorReport.Render(floor, source));
            return 0;
        }
        catch (Exception fault) when (Faults.Explain(fault) is { } line)
        {
            await error.WriteLineAsync(line);
            return 1;
        }
    }

    private static async Task<Source> OpenAsync(Arguments arguments, string? key, CancellationToken cancellationToken) =>
        arguments.Endpoint is { } endpoint ? Source.Live(endpoint, key) : await StandIn.StartAsync(cancellationToken);
}

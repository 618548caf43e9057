using System.Globalization;

namespace ShopFloor;

/// <summary>What the command line asks for.</summary>
/// <param name="Endpoint">The API to ask; null starts the stand-in.</param>
/// <param name="MachineRef">Whose samples to show; null takes the first machine that runs.</param>
/// <param name="MetricKey">Which samples to show.</param>
/// <param name="Follow">Whether to print machines as they change state, in place of the report.</param>
/// <param name="Changes">After how many changes to end; null for no end.</param>
internal sealed record Arguments(Uri? Endpoint, int? MachineRef, string MetricKey, bool Follow = false, int? Changes = null)
{
    public const string Usage = """
        Prints what happens in a machine shop right now.

        usage: dotnet run --project samples/MachineMetrics.Console [-- options]

          --endpoint URL   asks this API with the key in MACHINEMETRICS_API_KEY,
                           such as https://api.machinemetrics.com/graphql;
                           without it a stand-in with invented data is started
          --machine REF    shows the samples of this machine; the first that runs unless given
          --metric KEY     shows the samples of this metric; spindleSpeed unless given
          --follow         prints machines as they change state, until Ctrl+C
          --changes N      ends after so many changes
        """;

    public static bool TryParse(string[] args, out Arguments arguments)
    {
        arguments = new Arguments(null, null, "spindleSpeed");
        for (var at = 0; at < args.Length; at += 2)
        {
            if (args[at] == "--follow")
            {
                arguments = arguments with { Follow = true };
                at--;
                continue;
            }

            if (at + 1 == args.Length || Set(arguments, args[at], args[at + 1]) is not { } next)
                return false;
            arguments = next;
        }

        return arguments.Follow || arguments.Changes is null;
    }

    private static Arguments? Set(Arguments arguments, string name, string value) => name switch
    {
        "--endpoint" when Uri.TryCreate(value, UriKind.Absolute, out var endpoint) && endpoint.Scheme is ("http" or "https") =>
            arguments with { Endpoint = endpoint },
        "--machine" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var machine) =>
            arguments with { MachineRef = machine },
        "--changes" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var changes) && changes > 0 =>
            arguments with { Changes = changes },
        "--metric" when value.Length > 0 => arguments with { MetricKey = value },
        _ => null,
    };
}

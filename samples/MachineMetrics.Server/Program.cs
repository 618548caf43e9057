using System.Globalization;
using MachineMetrics.Server.Hosting;

const string Usage = "usage: dotnet run --project samples/MachineMetrics.Server [-- --port N]";

var port = 0;
if (args is not [] and not ["--port", _] || (args is ["--port", var text] && !int.TryParse(
    text, NumberStyles.None, CultureInfo.InvariantCulture, out port)))
{
    Console.Error.WriteLine(Usage);
    return 2;
}

try
{
    await using var server = await ShopServer.StartAsync(new ShopServerOptions { Port = port });
    Console.WriteLine($$"""
        A stand-in for the MachineMetrics API, with invented data of {{server.Shop.Company.Name}}.
          GraphQL   {{server.Endpoint}}
          REST      {{new Uri(server.BaseAddress, "/reports/production")}}
          demo key  {{server.Key.Secret}}

        Ctrl+C ends it. Try:
          curl {{server.Endpoint}} -H "Authorization: Bearer {{server.Key.Secret}}" -H "Content-Type: application/json" \
            -d '{"query":"{ machines { name } }"}'
        """);
    await server.WaitForShutdownAsync();
    return 0;
}
catch (IOException fault)
{
    Console.Error.WriteLine($"Can't listen on port {port}: {fault.Message} Leave --port out to take a free one.");
    return 1;
}

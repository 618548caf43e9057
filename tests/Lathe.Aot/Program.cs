using System.Diagnostics;
using System.Globalization;
using Lathe;
using Lathe.Aot;
using Lathe.Aot.Shop;
using Microsoft.Extensions.DependencyInjection;
using StringComparison = System.StringComparison;

// Makes typed calls through the whole run time, checks what comes back, and prints what start and steady state cost.
var machines = string.Join(',', Enumerable.Range(0, 100).Select(static index =>
    $$"""{"machineRef":{{index}},"name":"Lathe {{index}}","make":null,"decommissionedAt":null,"currentStates":[{"metricKey":"e","value":"ACTIVE","label":"Running é"}]}"""));
using var server = new LoopbackServer($$$"""{"data":{"machines":[{{{machines}}}],"sendPicture":7}}""");

var services = new ServiceCollection();
services.AddLogging();
services.AddShopClient(options => options.Endpoint = server.Endpoint)
    .AddBearerToken(options => options.FixedToken = BearerToken.Create(LoopbackServer.Key))
    .AddWebSockets();
await using var provider = services.BuildServiceProvider();
var client = provider.GetRequiredService<IShopClient>();

var data = (await client.MachinesAsync(limit: 100)).RequireData();
var start = DateTime.Now - Process.GetCurrentProcess().StartTime;
Check(data.Machines.Count == 100, "100 machines");
Check(data.Machines[7] is { Name: "Lathe 7", MachineRef: 7, Make: null }, "the eighth machine's members");
Check(data.Machines[7].CurrentStates[0].Label == "Running é", "text beyond ASCII");
Check(server.LastBody?.EndsWith("\"variables\":{\"limit\":100}}", StringComparison.Ordinal) == true, "the variables that were set, and no other");

var picture = GraphQLFile.FromBytes("not really"u8.ToArray(), "mill.png", "image/png");
Check((await client.SendPictureAsync(picture)).RequireData().SendPicture == 7, "the answer to an upload");
Check(server.LastBody is { } upload && upload.Contains("mill.png") && upload.Contains("\r\n\r\nnot really\r\n"), "the file that was sent");
var events = new List<string>();
await foreach (var result in client.ChangesAsync())
    events.Add($"{result.RequireData().CurrentStates[0].MachineRef}{result.Data!.CurrentStates[0].Label}");
Check(events is ["1é", "2é", "3é"], "three events over a socket");

Check(JsonTrip.Fault() is null, JsonTrip.Fault() ?? "");

var watch = Stopwatch.StartNew();
const int Calls = 2000;
for (var i = 0; i < Calls; i++)
    await client.MachinesAsync(limit: 100);
Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"first answer {start.TotalMilliseconds:0} ms after the process began; then {Calls / watch.Elapsed.TotalSeconds:0} calls a second; working set "
        + $"{Environment.WorkingSet >> 20} MB"));
return 0;

static void Check(bool holds, string what)
{
    if (!holds)
        throw new InvalidOperationException($"Wrong: {what}.");
}

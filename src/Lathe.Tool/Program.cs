using Lathe.Tool;
using Lathe.Tool.Hosting;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
var host = ToolHost.FromProcess();
var code = await LatheCommand.RunAsync(args, host, stop.Token).ConfigureAwait(false);
await host.Output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
return code;

using Lathe.Tool;
using Lathe.Tool.Hosting;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
var host = ToolHost.FromProcess();
return await LatheCommand.RunAsync(args, host, stop.Token).ConfigureAwait(false);

using System.Text;
using ShopFloor;
using Spectre.Console;

Console.OutputEncoding = Encoding.UTF8;
using var cancellation = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    cancellation.Cancel();
};

// In a file or pipe the report must not depend on the width of somebody's window.
if (Console.IsOutputRedirected)
    AnsiConsole.Profile.Width = 100;
return await App.RunAsync(args, Environment.GetEnvironmentVariable(App.KeyVariable), AnsiConsole.Console, Console.Error, cancellation.Token);

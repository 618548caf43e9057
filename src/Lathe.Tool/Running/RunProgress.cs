using Lathe.Tool.Hosting;
using Lathe.Tool.Output;
using Spectre.Console;

namespace Lathe.Tool.Running;

/// <summary>Shows a person who waits at a terminal how many pages came.</summary>
internal static class RunProgress
{
    /// <summary>Does work that says how far it is.</summary>
    /// <param name="title">What is done.</param>
    /// <param name="host">Whether and where a person looks.</param>
    /// <param name="work">The work; it is given what takes the numbers of pages and rows.</param>
    public static async Task<int> ShowAsync(string title, ToolHost host, Func<Action<int, int>, Task<int>> work)
    {
        if (!host.ShowsProgress)
            return await work((_, _) => { }).ConfigureAwait(false);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(host.Error), Interactive = InteractionSupport.Yes, Ansi = AnsiSupport.Yes,
        });
        return await console.Status().StartAsync(Markup.Escape(title), status => work(
            (pages, rows) => status.Status = Markup.Escape($"{title} {PlainText.Count(pages, "page")}, {PlainText.Count(rows, "row")}")))
            .ConfigureAwait(false);
    }
}

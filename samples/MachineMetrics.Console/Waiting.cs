using Spectre.Console;

namespace ShopFloor;

/// <summary>Shows a spinner while somebody watches, and nothing in a file or pipe.</summary>
internal static class Waiting
{
    public static Task<T> ForAsync<T>(IAnsiConsole console, Func<Action<string>, Task<T>> work) =>
        console.Profile.Capabilities is { Interactive: true, Ansi: true }
            ? console.Status().Spinner(Spinner.Known.Dots).StartAsync("Connecting", context => work(step => context.Status(Markup.Escape(step))))
            : work(_ => { });
}

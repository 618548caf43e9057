using System.Collections.Concurrent;
using System.Text;
using Microsoft.Playwright;

namespace Lathe.Browser.Tests.Support;

/// <summary>A page of the app, and what it says in the browser's console.</summary>
public sealed class Page : IAsyncDisposable
{
    private readonly ConcurrentQueue<Task<string>> _answers = [];
    private readonly ConcurrentQueue<string> _frames = [];
    private readonly ConcurrentQueue<IRequest> _requests = [];
    private readonly IPage _page;

    public Page(IPage page)
    {
        _page = page;
        page.Console += (_, message) => Console.Enqueue($"{message.Type}: {message.Text}");
        page.Request += (_, request) => _requests.Enqueue(request);
        page.Response += (_, response) => _answers.Enqueue(ReadAsync(response));
        page.WebSocket += (_, socket) =>
        {
            socket.FrameReceived += (_, frame) => _frames.Enqueue(TextOf(frame));
            socket.FrameSent += (_, frame) => _frames.Enqueue(TextOf(frame));
        };
        page.PageError += (_, fault) => Console.Enqueue("fault: " + fault);
    }

    public ConcurrentQueue<string> Console { get; } = [];

    /// <summary>Gets the warnings and errors of the console.</summary>
    public IEnumerable<string> Complaints => Console.Where(static line => !line.StartsWith("info:", StringComparison.Ordinal));

    /// <summary>Gets the addresses of all that was asked for.</summary>
    public IEnumerable<string> Addresses => _requests.Select(static request => request.Url);

    /// <summary>Gets what went over sockets, both ways.</summary>
    public IReadOnlyCollection<string> Frames => _frames;

    public Task GotoAsync(Uri address) => _page.GotoAsync(address.ToString());

    /// <summary>Gets the lines of the call once it has ended; what went wrong in the browser is the test's failure.</summary>
    public async Task<IReadOnlyList<string>> LinesAsync()
    {
        try
        {
            await _page.WaitForSelectorAsync("#lines[data-state=done]");
        }
        catch (TimeoutException)
        {
            Assert.Fail($"The page did not end. It shows: {await _page.InnerTextAsync("body")}\nIts console:\n{string.Join('\n', Console)}");
        }

        return await TextsAsync("#lines li");
    }

    /// <summary>Waits until the console warns of something.</summary>
    public async Task ComplaintAsync(string text)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!Complaints.Any(line => line.Contains(text, StringComparison.Ordinal)))
            await Task.Delay(50, patience.Token);
    }

    public Task WaitForAsync(string selector) => _page.WaitForSelectorAsync(selector);

    public Task ClickAsync(string selector) => _page.ClickAsync(selector);

    public Task<IReadOnlyList<string>> TextsAsync(string selector) => _page.Locator(selector).AllInnerTextsAsync();

    /// <summary>Gets all that the browser sent and got: addresses, headers, bodies and frames.</summary>
    public async Task<IReadOnlyList<string>> TrafficAsync() =>
        [.. await Task.WhenAll(_answers), .. await Task.WhenAll(_requests.Select(ReadAsync)), .. _frames];

    private static async Task<string> ReadAsync(IRequest request)
    {
        var headers = await request.HeadersArrayAsync();
        return $"{request.Url}\n{string.Join('\n', headers.Select(header => $"{header.Name}: {header.Value}"))}\n\n{request.PostData}";
    }

    private async Task<string> ReadAsync(IResponse response)
    {
        var headers = await response.HeadersArrayAsync();
        return string.Join('\n', headers.Select(header => $"{header.Name}: {header.Value}")) + "\n\n" + await BodyAsync(response);
    }

    // The browser forgets the answers of a page that it leaves; they are asked for once more.
    private async Task<string> BodyAsync(IResponse response)
    {
        try
        {
            return await response.TextAsync();
        }
        catch (PlaywrightException) when (response.Request.Method == "GET")
        {
            return await (await _page.APIRequest.GetAsync(response.Url)).TextAsync();
        }
    }

    private static string TextOf(IWebSocketFrame frame) => frame.Text ?? Encoding.UTF8.GetString(frame.Binary ?? []);

    public async ValueTask DisposeAsync() => await _page.Context.DisposeAsync();
}

using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lathe.Testing.Fixtures;
using Lathe.Testing.Serving;

namespace Lathe.Testing;

/// <summary>The answers of a test server to one operation, in order; the last one repeats.</summary>
/// <typeparam name="TData">The type of the operation's data.</typeparam>
public sealed class ServerScript<TData> : IServerScript
    where TData : class
{
    private readonly object _lock = new();
    private readonly GraphQLOperation<TData> _operation;
    private readonly List<Func<ServerRequest, ServerAnswer>> _answers = [];
    private readonly TimeProvider _time;
    private string? _scope;
    private TimeSpan _delay;
    private int _next;

    internal ServerScript(GraphQLOperation<TData> operation, TimeProvider time) => (_operation, _time) = (operation, time);

    string IServerScript.Document => _operation.Document;

    string? IServerScript.Scope => _scope;

    /// <summary>Refuses keys without a scope (403).</summary>
    /// <param name="scope">The scope.</param>
    /// <returns>The same script.</returns>
    public ServerScript<TData> RequiresScope(string scope)
    {
        ArgumentException.ThrowIfNullOrEmpty(scope);
        _scope = scope;
        return this;
    }

    /// <summary>Answers with a fake. It leaves out what the variables of the request leave out.</summary>
    /// <param name="seed">Decides all values.</param>
    /// <returns>The same script.</returns>
    /// <exception cref="InvalidOperationException">The test project has no schema for the operation.</exception>
    public ServerScript<TData> Fakes(int seed = 0) => Fakes(Testing.Fakes.For(_operation, seed));

    /// <summary>Answers with a fake that was changed. Changes by <see cref="Fake{TData}.With"/> are not in its JSON.</summary>
    /// <param name="fake">The fake.</param>
    /// <returns>The same script.</returns>
    public ServerScript<TData> Fakes(Fake<TData> fake)
    {
        ArgumentNullException.ThrowIfNull(fake);
        return Add(request => new ServerAnswer { Payloads = [fake.AnswerTo(request.Variables).Json()] });
    }

    /// <summary>Gives a subscription fakes, each with a seed of its own. The last one completes it.</summary>
    /// <param name="count">How many events, 0 or more.</param>
    /// <param name="seed">The seed of the first event; the next one has the next seed.</param>
    /// <returns>The same script.</returns>
    /// <exception cref="InvalidOperationException">The test project has no schema for the operation.</exception>
    public ServerScript<TData> FakesEvents(int count, int seed = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var fakes = Enumerable.Range(0, count).Select(i => Testing.Fakes.For(_operation, unchecked(seed + i))).ToArray();
        return Add(request => new ServerAnswer { Payloads = [.. fakes.Select(fake => fake.AnswerTo(request.Variables).Json())] });
    }

    /// <summary>Answers with the JSON of a whole response.</summary>
    /// <param name="response">Such as <c>{"data":{"machines":[]}}</c>.</param>
    /// <returns>The same script.</returns>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public ServerScript<TData> ReturnsJson(string response) => ReturnsEvents(response);

    /// <summary>Answers with what a function makes from the request.</summary>
    /// <param name="answer">Makes the JSON of a whole response.</param>
    /// <returns>The same script.</returns>
    public ServerScript<TData> ReturnsJson(Func<ServerRequest, string> answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return Add(request => new ServerAnswer { Payloads = [answer(request)] });
    }

    /// <summary>
    /// Answers with a file that <c>lathe record</c> or a person has written: the JSON of a whole response, or an array of the events of a
    /// subscription. It is checked against the operation and the schema.
    /// </summary>
    /// <param name="path">
    /// The file: a full path, or one that begins at the test's source file, at the test assembly, or at a folder above, up to the project's.
    /// </param>
    /// <param name="schema">The schema of the operation; null for that of the project that holds the client.</param>
    /// <param name="testFile">Leave it out: the compiler gives the source file.</param>
    /// <returns>The same script.</returns>
    /// <exception cref="InvalidOperationException">
    /// There is no such file, or it does not fit the operation: the message has each place with its line and column.
    /// </exception>
    public ServerScript<TData> ReturnsFixture(string path, FakeSchema? schema = null, [CallerFilePath] string testFile = "") =>
        ReturnsEvents([.. Fixture.Read(_operation, path, schema, testFile).Select(static one => one.Json)]);

    /// <summary>Answers with errors and no data.</summary>
    /// <param name="messages">The messages, at least one.</param>
    /// <returns>The same script.</returns>
    public ServerScript<TData> ReturnsErrors(params string[] messages)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var errors = new JsonArray([.. messages.Select(static message => new JsonObject { ["message"] = message })]);
        return ReturnsJson(new JsonObject { ["data"] = null, ["errors"] = errors }.ToJsonString());
    }

    /// <summary>
    /// Answers a subscription with events, over the event stream or the WebSocket that the client asks for. Answers another operation in parts
    /// (<c>multipart/mixed</c>). The texts are sent as they are.
    /// </summary>
    /// <param name="responses">The events or parts as JSON, at least one.</param>
    /// <returns>The same script.</returns>
    /// <exception cref="JsonException">A text is no JSON.</exception>
    public ServerScript<TData> ReturnsEvents(params string[] responses)
    {
        ArgumentNullException.ThrowIfNull(responses);
        foreach (var response in responses)
            JsonDocument.Parse(response).Dispose();
        return Add(_ => new ServerAnswer { Payloads = responses });
    }

    /// <summary>Answers a subscription with events as they come, and ends it after the last.</summary>
    /// <param name="events">Makes the events, each the JSON of a response; its token is cancelled when the client has gone.</param>
    /// <returns>The same script.</returns>
    public ServerScript<TData> ReturnsEvents(Func<ServerRequest, CancellationToken, IAsyncEnumerable<string>> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        return Add(request => new ServerAnswer { Source = cancellationToken => events(request, cancellationToken) });
    }

    /// <summary>Makes the next answer wait; each event and each part of it waits.</summary>
    /// <param name="delay">How long, by the clock of the server (<see cref="GraphQLTestServerOptions.Time"/>).</param>
    /// <returns>The same script.</returns>
    public ServerScript<TData> After(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        lock (_lock)
            _delay = delay;
        return this;
    }

    /// <summary>Answers with an HTTP status.</summary>
    /// <param name="status">The status, such as 429 or 503.</param>
    /// <param name="retryAfter">How long the server asks to wait, in whole seconds; null for no <c>Retry-After</c>.</param>
    /// <param name="body">The body, plain text.</param>
    /// <returns>The same script.</returns>
    public ServerScript<TData> ReturnsStatus(HttpStatusCode status, TimeSpan? retryAfter = null, string body = "")
    {
        var seconds = retryAfter is { } wait ? Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture) : null;
        return Add(_ => new ServerAnswer { Status = (int)status, RetryAfter = seconds, Payloads = [body] });
    }

    /// <summary>Breaks the connection: at once, or after the first half of a response. A socket breaks without it.</summary>
    /// <param name="response">The response of which the first half is sent; null for nothing.</param>
    /// <returns>The same script.</returns>
    public ServerScript<TData> Breaks(string? response = null) =>
        Add(_ => new ServerAnswer { Breaks = true, Payloads = response is null ? [] : [response[..(response.Length / 2)]] });

    ServerAnswer? IServerScript.Next(ServerRequest request)
    {
        Func<ServerRequest, ServerAnswer>? answer;
        lock (_lock)
            answer = _answers.Count == 0 ? null : _answers[Math.Min(_next++, _answers.Count - 1)];
        return answer?.Invoke(request);
    }

    private ServerScript<TData> Add(Func<ServerRequest, ServerAnswer> answer)
    {
        lock (_lock)
        {
            var delay = _delay;
            _answers.Add(request => answer(request) with { Delay = delay, Time = _time });
            _delay = TimeSpan.Zero;
        }

        return this;
    }
}

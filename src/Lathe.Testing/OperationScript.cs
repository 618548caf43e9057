using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Lathe.Testing.Fixtures;

namespace Lathe.Testing;

/// <summary>The answers to one operation, in order; the last one repeats.</summary>
/// <typeparam name="TData">The type of the operation's data.</typeparam>
public sealed class OperationScript<TData> : IScript
    where TData : class
{
    private readonly object _lock = new();
    private readonly GraphQLOperation<TData> _operation;
    private readonly List<ScriptStep<TData>> _steps = [];
    private int _next;
    private TimeSpan _delay;

    internal OperationScript(GraphQLOperation<TData> operation) => _operation = operation;

    /// <summary>Answers with data.</summary>
    /// <param name="data">The data.</param>
    /// <returns>The same script.</returns>
    public OperationScript<TData> Returns(TData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Returns(new GraphQLResult<TData>(data));
    }

    /// <summary>Answers with a result: data, errors or both.</summary>
    /// <param name="result">The result.</param>
    /// <returns>The same script.</returns>
    public OperationScript<TData> Returns(GraphQLResult<TData> result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Add(_ => [result]);
    }

    /// <summary>Answers with what a function makes from the request.</summary>
    /// <param name="answer">Makes the data. The caller gets an exception that it throws.</param>
    /// <returns>The same script.</returns>
    public OperationScript<TData> Returns(Func<RecordedRequest, TData> answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return Add(request => [new GraphQLResult<TData>(answer(request))]);
    }

    /// <summary>Answers with errors and no data.</summary>
    /// <param name="errors">The errors, at least one.</param>
    /// <returns>The same script.</returns>
    public OperationScript<TData> ReturnsErrors(params GraphQLError[] errors) => Returns(new GraphQLResult<TData>(null, errors));

    /// <summary>Answers with the JSON of a whole response, read by the generated reader as if a server had sent it.</summary>
    /// <param name="response">Such as <c>{"data":{"machines":[]}}</c>.</param>
    /// <returns>The same script.</returns>
    /// <exception cref="GraphQLResponseException">The JSON is not what the operation asks for, as the HTTP transport says it.</exception>
    public OperationScript<TData> ReturnsJson(string response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return Returns(ScriptedResponse.Read(_operation, response));
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
    public OperationScript<TData> ReturnsFixture(string path, FakeSchema? schema = null, [CallerFilePath] string testFile = "")
    {
        var results = Fixture.Read(_operation, path, schema, testFile).Select(static one => one.Result).ToArray();
        return Add(_ => results);
    }

    /// <summary>
    /// Answers with a fake (<see cref="Testing.Fakes"/>): it has what each request asks for, by <c>@skip</c> and <c>@include</c>.
    /// </summary>
    /// <param name="seed">Decides all values.</param>
    /// <returns>The same script.</returns>
    /// <exception cref="InvalidOperationException">The test project has no schema for the operation; the message says how to give one.</exception>
    public OperationScript<TData> Fakes(int seed = 0) => Fakes(Testing.Fakes.For(_operation, seed));

    /// <summary>Answers with a fake that was changed, and with its errors.</summary>
    /// <param name="fake">The fake.</param>
    /// <returns>The same script.</returns>
    public OperationScript<TData> Fakes(Fake<TData> fake)
    {
        ArgumentNullException.ThrowIfNull(fake);
        return Add(request => [fake.AnswerTo(request.Variables).Result()]);
    }

    /// <summary>Answers a subscription with fakes, each with a seed of its own. The last one completes it.</summary>
    /// <param name="count">How many events, 0 or more.</param>
    /// <param name="seed">The seed of the first event; the next one has the next seed.</param>
    /// <returns>The same script.</returns>
    /// <exception cref="InvalidOperationException">The test project has no schema for the operation; the message says how to give one.</exception>
    public OperationScript<TData> FakesEvents(int count, int seed = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var fakes = Enumerable.Range(0, count).Select(i => Testing.Fakes.For(_operation, unchecked(seed + i))).ToArray();
        return Add(request => fakes.Select(fake => fake.AnswerTo(request.Variables).Result()));
    }

    /// <summary>Answers a subscription with events, or an operation with <c>@defer</c> in parts. The last one completes it.</summary>
    /// <param name="events">The data of each event; for parts, all data up to then.</param>
    /// <returns>The same script.</returns>
    public OperationScript<TData> ReturnsEvents(params TData[] events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var results = Array.ConvertAll(events, data => new GraphQLResult<TData>(data));
        return Add(_ => results);
    }

    /// <summary>Answers a subscription with events and then breaks, as a connection does. The caller may subscribe again.</summary>
    /// <param name="exception">What is thrown after the last event.</param>
    /// <param name="events">The events' data.</param>
    /// <returns>The same script.</returns>
    public OperationScript<TData> ReturnsEventsThenThrows(Exception exception, params TData[] events)
    {
        ArgumentNullException.ThrowIfNull(exception);
        ArgumentNullException.ThrowIfNull(events);
        return Add(_ => events.Select(data => new GraphQLResult<TData>(data)).Concat(Fail(exception)));
    }

    /// <summary>Fails the call; <see cref="GraphQLFailures"/> makes the exceptions that the HTTP transport throws.</summary>
    /// <param name="exception">What is thrown.</param>
    /// <returns>The same script.</returns>
    public OperationScript<TData> Throws(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return Add(_ => throw exception);
    }

    /// <summary>Makes the next answer wait; for a subscription, before each of its events.</summary>
    /// <param name="delay">How long, by the transport's clock. A call whose own time-out is shorter ends with a
    /// <see cref="GraphQLTimeoutException"/>.</param>
    /// <returns>The same script.</returns>
    public OperationScript<TData> After(TimeSpan delay)
    {
        lock (_lock)
            _delay = delay;
        return this;
    }

    private static IEnumerable<GraphQLResult<TData>> Fail(Exception exception)
    {
        ExceptionDispatchInfo.Throw(exception);
        yield break;
    }

    int IScript.Unused
    {
        get
        {
            lock (_lock)
                return Math.Max(0, _steps.Count - _next);
        }
    }

    int IScript.Answers
    {
        get
        {
            lock (_lock)
                return _steps.Count;
        }
    }

    internal ScriptStep<TData>? Next(RecordedRequest request)
    {
        lock (_lock)
        {
            request.IsExpected = _next < _steps.Count;
            return _steps.Count == 0 ? null : _steps[Math.Min(_next++, _steps.Count - 1)];
        }
    }

    private OperationScript<TData> Add(Func<RecordedRequest, IEnumerable<GraphQLResult<TData>>> answer)
    {
        lock (_lock)
        {
            _steps.Add(new ScriptStep<TData>(answer, _delay));
            _delay = TimeSpan.Zero;
        }

        return this;
    }
}

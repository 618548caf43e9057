using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Lathe.Tests.Authentication;

/// <summary>Records what a process says: logs, event sources, activities, metrics and diagnostic listeners.</summary>
internal sealed class OutputChannels : EventListener, ILoggerProvider, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private readonly ConcurrentQueue<(string Channel, string Text)> _texts = [];
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();
    private readonly IDisposable _diagnostics;

    public OutputChannels()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => Add("activity", Describe(activity)),
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Add("metric", instrument.Name + Join(tags)));
        _meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Add("metric", instrument.Name + Join(tags)));
        _meters.Start();
        _diagnostics = DiagnosticListener.AllListeners.Subscribe(this);
    }

    public void Add(string channel, string text) => _texts?.Enqueue((channel, text));

    public int Count(string channel) => _texts.Count(text => text.Channel == channel);

    public void AssertSilentAbout(string key)
    {
        foreach (var (channel, text) in _texts)
        {
            foreach (var form in new[] { key, Uri.EscapeDataString(key), key[..12] })
                Assert.False(text.Contains(form, StringComparison.OrdinalIgnoreCase), $"The key is in channel '{channel}': {text}");
        }
    }

    public ILogger CreateLogger(string categoryName) => new ChannelLogger(this);

    public void OnNext(DiagnosticListener value)
    {
        // Kestrel runs in this process too, and has been sent the key: its side is not ours.
        if (value.Name == "HttpHandlerDiagnosticListener")
            value.Subscribe(this);
    }

    public void OnNext(KeyValuePair<string, object?> value) => Add("diagnostic", $"{value.Key} {OwnText(value.Value)}");

    // The handler below ours shows answers as they came: an echo in their headers is erased above it.
    private static string? OwnText(object? payload) => 
        payload?.ToString() is not { } text
            || text.StartsWith("{ Response", StringComparison.Ordinal) && !text.Contains("Request = ", StringComparison.Ordinal)
            ? null
            : text.Split("Request = ")[^1];

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        // The test runner tells the names of tests beside this one, and some of them hold the key.
        if (!eventSource.Name.Contains("AspNetCore", StringComparison.Ordinal)
            && !eventSource.Name.StartsWith("xUnit", StringComparison.OrdinalIgnoreCase)
            && eventSource.Name != "Microsoft-Windows-DotNETRuntime")
            EnableEvents(eventSource, EventLevel.Verbose, EventKeywords.All);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (IsWire(eventData))
            return;
        var text = new StringBuilder(eventData.EventSource.Name).Append('/').Append(eventData.EventName).Append(": ").Append(eventData.Message);
        foreach (var value in eventData.Payload ?? (IEnumerable<object?>)[])
            text.Append(' ').Append(value is byte[] bytes ? Encoding.Latin1.GetString(bytes) : value);
        Add("event", text.ToString());
    }

    public override void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
        _diagnostics.Dispose();
        base.Dispose();
    }

    // .NET's private diagnostics, when a debugger asks for them, write the wire as it is: no library can hide its header there.
    private static bool IsWire(EventWrittenEventArgs item) =>
        item.EventSource.Name.StartsWith("Private.InternalDiagnostics.System.Net.", StringComparison.Ordinal)
        && (item.EventName == "DumpBuffer"
            || (item.Payload ?? [])
                .Any(
                    value => value is "WriteLiteralHeaderValues" or "OnHeader"
                        || (value as string)?.StartsWith("Received response:", StringComparison.Ordinal) == true));

    private static string Describe(Activity activity) =>
        activity.DisplayName + activity.StatusDescription + Join(activity.TagObjects.ToArray())
        + string.Join(' ', activity.Events.Select(item => item.Name + Join(item.Tags.ToArray()))) + string.Join(' ', activity.Baggage);

    private static string Join(ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));

    private sealed class ChannelLogger(OutputChannels channels) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            channels.Add("scope", state.ToString()!);
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            channels.Add("log", formatter(state, exception) + exception);
            if (state is IEnumerable<KeyValuePair<string, object?>> values)
                channels.Add("log", Join(values.ToArray()));
        }
    }
}

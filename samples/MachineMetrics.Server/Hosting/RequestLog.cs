using System.Collections.Concurrent;

namespace MachineMetrics.Server.Hosting;

/// <summary>A request that was answered.</summary>
public sealed record RequestRecord(string Method, string Path, string? OperationName, int StatusCode);

/// <summary>Remembers what was asked and how it was answered, never the key.</summary>
internal sealed class RequestLog
{
    private readonly ConcurrentQueue<RequestRecord> records = new();

    public IReadOnlyList<RequestRecord> Records => [.. records];

    public static void NameOperation(HttpContext context, string? name) => context.Items[typeof(RequestLog)] = name;

    public async Task RecordAsync(HttpContext context, Func<Task> next)
    {
        // Noted as the answer starts, so that whoever has read an answer finds its record.
        context.Response.OnStarting(() =>
        {
            var name = context.Items.TryGetValue(typeof(RequestLog), out var value) ? (string?)value : null;
            records.Enqueue(new RequestRecord(context.Request.Method, context.Request.Path, name, context.Response.StatusCode));
            return Task.CompletedTask;
        });
        await next();
    }
}

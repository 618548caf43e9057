using System.Net;
using Lathe.Headers;
using Lathe.Responses;
using Lathe.Transport;

namespace Lathe.Batching;

/// <summary>Sends a batch, and gives each of its callers what is theirs.</summary>
internal sealed class BatchSender(HttpCarrier http)
{
    private const int MostBytes = 1 << 30;

    private readonly HttpFailureReader _failures = new(http.Options, http.Time);
    private volatile bool _isRefused;

    /// <summary>Gets whether the server has said that it takes no batches.</summary>
    public bool IsRefused => _isRefused;

    public async Task SendAsync(Batch batch)
    {
        var (entries, body) = batch.Close(http.Pool);
        if (body is null)
        {
            SendAlone(entries);
            return;
        }

        using (batch)
        using (body)
        using (var sending = new BatchSending(http.Requests.CreateBatch(batch.Identity, body)))
        {
            foreach (var entry in entries)
            {
                sending.AddUser();
                entry.Sending = sending;
            }

            try
            {
                sending.Response = await http.Http.SendAsync(sending.Request, HttpCompletionOption.ResponseHeadersRead, batch.Left)
                    .ConfigureAwait(false);
                await AnswerAsync(entries, sending, sending.Response, batch.Left).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                foreach (var entry in entries)
                    entry.Fail(exception);
            }
        }
    }

    private static void SendAlone(IReadOnlyList<BatchEntry> entries)
    {
        foreach (var entry in entries)
            entry.Complete(null);
    }

    private async Task AnswerAsync(IReadOnlyList<BatchEntry> entries, BatchSending sending, HttpResponseMessage response, CancellationToken left)
    {
        var what = $"a batch of {entries.Count} queries";
        var isJson = MediaTypes.Of(response) is var type && (MediaTypes.Is(type, MediaTypes.Json) || MediaTypes.Is(type, MediaTypes.Response));
        var limit = (int)Math.Min((long)http.Options.MaxResponseSize * entries.Count, MostBytes);
        sending.Body = await ResponseBody.ReadAsync(response.Content, http.Pool, limit, what, left).ConfigureAwait(false);
        var answers = isJson ? BatchSplitter.Split(sending.Body.Span, http.Options.MaxDepth) : null;
        if (answers?.Count == entries.Count)
        {
            for (var index = 0; index < answers.Count; index++)
                entries[index].Complete(answers[index]);
        }
        else if (answers is null && Refuses(response.StatusCode))
        {
            _isRefused = true;
            SendAlone(entries);
        }
        else
        {
            Fail(entries, sending, response, answers?.Count);
        }
    }

    // Queries may be sent again. So an unclear answer costs one more request, and loses no result.
    private static bool Refuses(HttpStatusCode status) =>
        (int)status is >= 200 and < 300 or >= 400 and < 500 and not (401 or 403 or 407 or 408 or 425 or 429) or 501;

    private void Fail(IReadOnlyList<BatchEntry> entries, BatchSending sending, HttpResponseMessage response, int? count)
    {
        var sent = sending.Request.SentToken;
        foreach (var entry in entries)
        {
            var said = HttpFailureReader.TryRead(sending.Body!.Span, http.Options.MaxDepth)?.Errors ?? [];
            entry.Fail(count is null
                ? _failures.Describe(entry.Name, sent, response, sending.Body.Span, HttpFailureReader.Erase(said, sent))
                : _failures.Unreadable(
                    entry.Name,
                    sent,
                    response,
                    sending.Body.Span,
                    $"The server gave {count} responses to {entries.Count} queries that were sent together.",
                    null,
                    null));
        }
    }
}

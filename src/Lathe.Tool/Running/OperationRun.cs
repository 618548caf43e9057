using System.Text.Json;
using Lathe.Tool.Hosting;

namespace Lathe.Tool.Running;

/// <summary>Sends an operation once, or for all its pages, and writes what comes.</summary>
/// <param name="operation">The operation.</param>
/// <param name="pages">Its pages; null to send it once.</param>
/// <param name="writer">Writes the data.</param>
/// <param name="host">Where errors and progress go.</param>
internal sealed class OperationRun(ProjectOperation operation, OperationPages? pages, AnswerWriter writer, ToolHost host)
{
    /// <summary>Runs it.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(
        OperationSender sender, IReadOnlyList<KeyValuePair<string, JsonElement>> variables, CancellationToken cancellationToken)
    {
        var title = $"Asking {sender} for {operation.Name} ...";
        if (pages is not null)
        {
            return await RunProgress.ShowAsync(title, host, report => RunPagesAsync(sender, variables, report, cancellationToken))
                .ConfigureAwait(false);
        }

        if (host.IsTerminal || host.ShowsProgress)
            await host.Error.WriteLineAsync(title).ConfigureAwait(false);
        var answer = await sender.SendAsync(operation, variables, cancellationToken).ConfigureAwait(false);
        Write(answer);
        return await EndAsync(answer.Errors).ConfigureAwait(false);
    }

    private async Task<int> RunPagesAsync(
        OperationSender sender,
        IReadOnlyList<KeyValuePair<string, JsonElement>> variables,
        Action<int, int> report,
        CancellationToken cancellationToken)
    {
        var count = 0;
        IReadOnlyList<string> errors = [];
        await foreach (var page in pages!.ReadAsync(sender, variables, cancellationToken).ConfigureAwait(false))
        {
            Write(page);
            errors = page.Errors;
            report(++count, writer.Rows);
        }

        return await EndAsync(errors).ConfigureAwait(false);
    }

    private void Write(OperationAnswer answer)
    {
        if (answer.Data.ValueKind == JsonValueKind.Object)
            writer.Write(answer.Data);
    }

    private async Task<int> EndAsync(IReadOnlyList<string> errors)
    {
        writer.End();
        await host.Output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        foreach (var error in errors)
            await host.Error.WriteLineAsync($"error: {error}").ConfigureAwait(false);
        return errors.Count > 0 ? ExitCode.Found : ExitCode.Clean;
    }
}

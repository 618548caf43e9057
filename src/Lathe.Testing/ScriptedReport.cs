using System.Text;

namespace Lathe.Testing;

/// <summary>Shows requests in a message.</summary>
internal static class ScriptedReport
{
    private const int MostRequests = 20;
    private const int MostCharacters = 300;

    public static string Of(IReadOnlyList<RecordedRequest> requests)
    {
        if (requests.Count == 0)
            return "No request came.";
        var text = new StringBuilder("Came:");
        foreach (var request in requests.Take(MostRequests))
        {
            // Written by the variables themselves, which leave out what is secret.
            var variables = request.Sent?.ToString() ?? "without variables";
            text.Append("\n  ").Append(request.OperationType.ToString().ToLowerInvariant()).Append(' ').Append(request.OperationName).Append(' ');
            text.Append(variables.Length <= MostCharacters ? variables : variables[..MostCharacters] + "...");
        }

        return requests.Count <= MostRequests ? text.ToString() : text.Append($"\n  and {requests.Count - MostRequests} more").ToString();
    }
}

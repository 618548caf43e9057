using System.Net.Http.Headers;
using System.Text.Json;

namespace Lathe.Requests;

/// <summary>What a request has taken of a server's points, until it is answered.</summary>
internal interface ICostLease : IDisposable
{
    /// <summary>Tells the budget what an answer says.</summary>
    /// <param name="document">The hash of the document that was answered; null when it is not known.</param>
    /// <param name="headers">The answer's headers.</param>
    /// <param name="extensions">The response's extensions, or null.</param>
    void Learn(string? document, HttpResponseHeaders? headers, JsonElement? extensions);
}

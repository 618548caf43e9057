using System.Net.Http.Headers;

namespace Lathe.Compression;

/// <summary>Asks for zstd and undoes it (RFC 8878), which .NET's own handlers can't.</summary>
internal sealed class ZstdHandler : DelegatingHandler
{
    private const string Zstd = "zstd";
    private static readonly StringWithQualityHeaderValue s_accept = new(Zstd);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // The socket's handler adds its own encodings. Whoever names encodings for a call gets those.
        if (request.Headers.AcceptEncoding.Count == 0)
            request.Headers.AcceptEncoding.Add(s_accept);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (IsZstd(response.Content.Headers))
            response.Content = new ZstdContent(response.Content);
        return response;
    }

    private static bool IsZstd(HttpContentHeaders headers) =>
        headers.NonValidated.TryGetValues("Content-Encoding", out var encoding)
        && encoding.ToString().Equals(Zstd, StringComparison.OrdinalIgnoreCase);
}

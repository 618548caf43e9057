using System.Net;
using System.Text;
using Lathe.Headers;
using Lathe.Json;
using Lathe.Secrets;

namespace Lathe.Responses;

/// <summary>Makes the exception for an answer that is no GraphQL answer, and says what to do about it.</summary>
internal sealed class HttpFailureReader(GraphQLClientOptions options, TimeProvider time)
{
    // Enough for the errors that some servers send with a status that is not 2xx.
    private const int MostRead = 64 * 1024;

    // A browser says nothing about a redirect that it did not follow, not even its status.
    private const HttpStatusCode HiddenByBrowser = 0;

    public async ValueTask<GraphQLHttpException> ReadAsync(
        string what, BearerToken? sent, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await ResponseBody.ReadStartAsync(response.Content, MostRead, cancellationToken).ConfigureAwait(false);
        return Describe(what, sent, response, body, Erase(FindErrors(body), sent));
    }

    /// <summary>Makes the exception for an answer whose body is known already.</summary>
    public GraphQLHttpException Describe(
        string what, BearerToken? sent, HttpResponseMessage response, ReadOnlySpan<byte> body, IReadOnlyList<GraphQLError> errors)
    {
        var failure = new HttpFailure(
            response.StatusCode,
            MediaTypes.Name(MediaTypes.Of(response)),
            Excerpt(body, sent),
            response.Headers,
            errors,
            RetryAfter.Read(response, time));
        var challenge = BearerChallenge.Read(response);
        var said = SecretEraser.Erase(Said(failure, challenge), sent);
        return response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => new GraphQLAuthenticationException(Unauthorized(what, sent) + said, failure),
            HttpStatusCode.Forbidden => new GraphQLForbiddenException(
                Forbidden(what, challenge, errors) + said, failure, challenge?.Scope is { } scope ? SecretEraser.Erase(scope, sent) : null),
            HttpStatusCode.TooManyRequests => new GraphQLTooManyRequestsException(TooMany(what, failure) + said, failure),
            HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect
                or HttpStatusCode.PermanentRedirect or HiddenByBrowser => new GraphQLHttpException(Redirected(what, response, sent), failure),
            _ => new GraphQLHttpException($"{what} was answered with {Status(response)}{OfType(failure)}.{Hint(failure)}{said}", failure),
        };
    }

    /// <summary>Makes the exception for an answer that says it is GraphQL's, and can't be read.</summary>
    public GraphQLTransportException Unreadable(
        string what, BearerToken? sent, HttpResponseMessage response, ReadOnlySpan<byte> body, string fault, string? path, Exception? cause,
        bool isUnexplainedNull = false)
    {
        // The status is more useful than how the body broke.
        if (!response.IsSuccessStatusCode)
            return Describe(what, sent, response, body, []);
        var excerpt = Excerpt(body, sent);
        // A path may have names that the server invented. A key in it is erased, and the cause that repeats it is dropped.
        var shown = SecretEraser.Erase(fault, sent);
        var message = $"The answer to {what} can't be read. {shown}{Beginning(body, excerpt)}";
        var place = path is null ? null : SecretEraser.Erase(path, sent);
        var inner = shown == fault ? cause : null;
        var (status, mediaType) = (response.StatusCode, MediaTypes.Name(MediaTypes.Of(response)));
        return isUnexplainedNull
            ? new GraphQLUnexplainedNullException(message, place, inner) { StatusCode = status, MediaType = mediaType, Body = excerpt }
            : new GraphQLResponseException(message, place, inner) { StatusCode = status, MediaType = mediaType, Body = excerpt };
    }

    /// <summary>Makes the exception for a subscription that the server answers as if it were a query.</summary>
    public GraphQLHttpException WithoutStream(
        string what, BearerToken? sent, HttpResponseMessage response, ReadOnlySpan<byte> body, IReadOnlyList<GraphQLError> errors)
    {
        var failure = Describe(what, sent, response, body, errors);
        var said = errors.Count > 0 ? SecretEraser.Erase($" The server says: {errors[0]}", sent) : "";
        return new GraphQLHttpException(
            $"{what} was answered once, as if it were no subscription: the server sends no event stream (text/event-stream), "
            + $"and may serve subscriptions over WebSockets only, or at another address.{said}",
            new HttpFailure(failure.StatusCode, failure.MediaType, failure.Body, response.Headers, errors, failure.RetryAfter));
    }

    public static IReadOnlyList<GraphQLError> Erase(IReadOnlyList<GraphQLError> errors, BearerToken? sent)
    {
        if (sent is null || errors.Count == 0)
            return errors;
        var clean = new GraphQLError[errors.Count];
        for (var index = 0; index < clean.Length; index++)
            clean[index] = SecretEraser.Erase(errors[index], sent);
        return clean;
    }

    private string Excerpt(ReadOnlySpan<byte> body, BearerToken? sent)
    {
        var text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, options.MaxBodyExcerpt * 4)]);
        if (text.Length > options.MaxBodyExcerpt)
            text = text[..options.MaxBodyExcerpt];
        return SecretEraser.EraseExcerpt(text, sent);
    }

    // A body that is not an object is the page of a proxy, and worth seeing. An object may hold data that no log should.
    private static string Beginning(ReadOnlySpan<byte> body, string excerpt)
    {
        var first = body.IndexOfAnyExcept(" \t\r\n\uFEFF"u8);
        return first < 0 ? " It is empty." : body[first] is (byte)'{' ? "" : $" The answer begins: {excerpt.ReplaceLineEndings(" ")}";
    }

    private IReadOnlyList<GraphQLError> FindErrors(byte[] body) => TryRead(body, options.MaxDepth)?.Errors ?? [];

    /// <summary>Reads a response without its data.</summary>
    /// <returns>Whether there is data, and the errors; null when it is no response.</returns>
    public static (bool HasData, IReadOnlyList<GraphQLError> Errors)? TryRead(ReadOnlySpan<byte> body, int maxDepth)
    {
        try
        {
            var envelope = ResponseEnvelope<object>.Read(Ignore, body, maxDepth);
            return (envelope.Data is not null, envelope.Errors ?? []);
        }
        catch (Exception exception) when (exception is GraphQLReadException or GraphQLResponseException)
        {
            return null;
        }
    }

    private static object Ignore(ref JsonCursor json)
    {
        json.SkipValue();
        return "";
    }

    private static string Unauthorized(string what, BearerToken? sent) => sent is null
        ? $"{what}: the server wants a key (401), and none was sent. Add one with AddBearerToken(\"Configuration:Key\")."
        : $"{what}: the server rejected the key (401). Check that it is whole, not expired and for this server.";

    private static string Forbidden(string what, BearerChallenge? challenge, IReadOnlyList<GraphQLError> errors)
    {
        if (challenge?.Scope is { } scope)
            return $"{what}: the key lacks the scope '{scope}' (403). Give the key that scope where keys are made, or use another.";
        return challenge?.Error == "insufficient_scope" || errors.Any(static error => error.Code is "FORBIDDEN" or "AUTH_NOT_AUTHORIZED")
            ? $"{what}: the key may not do this (403). Check its scopes where keys are made."
            : $"{what}: the server, or a firewall before it, refuses the request (403). It may want another key, or a header that it does not get: "
                + "User-Agent, or one of a guard against cross-site requests.";
    }

    private static string TooMany(string what, HttpFailure failure) => failure.RetryAfter is { } wait
        ? $"{what}: too many requests (429). The server asks to wait {wait.TotalSeconds:0.#} s. AddRateLimiter keeps a client below a server's limit."
        : $"{what}: too many requests (429). Wait before the next. AddRateLimiter keeps a client below a server's limit.";

    private static string Redirected(string what, HttpResponseMessage response, BearerToken? sent)
    {
        var target = response.Headers.Location is { } location
            ? SecretEraser.Erase(AddressText.WithoutQuery(location)!, sent)
            : "another address";
        var status = response.StatusCode == HiddenByBrowser ? "" : $" ({(int)response.StatusCode})";
        return $"{what} was redirected{status} to {target}. Redirects are not followed, so that the key stays where it belongs. "
            + "If that is the right server, set it as Endpoint.";
    }

    private static string Status(HttpResponseMessage response) =>
        Enum.IsDefined(response.StatusCode) ? $"{(int)response.StatusCode} {response.StatusCode}" : $"{(int)response.StatusCode}";

    private static string OfType(HttpFailure failure) => failure.MediaType is { } type ? $" ({type})" : "";

    private static string Hint(HttpFailure failure) => (int)failure.StatusCode switch
    {
        404 or 405 => " Is Endpoint the server's GraphQL address?",
        >= 500 => " The server or a proxy before it failed.",
        406 => " The server sends none of the media types that were asked for. Where that is text/event-stream, it sends no event stream, "
            + "and may serve subscriptions over WebSockets only, or at another address.",
        < 300 when failure.Body.TrimStart().StartsWith('{') && failure.MediaType is { } type =>
            $" If that is a GraphQL answer, add '{type}' to {nameof(GraphQLClientOptions)}.{nameof(GraphQLClientOptions.FurtherMediaTypes)}.",
        < 300 => " That is no GraphQL answer; is Endpoint the server's GraphQL address?",
        _ => "",
    };

    private static string Said(HttpFailure failure, BearerChallenge? challenge)
    {
        if (failure.Errors.Count > 0)
            return $" The server says: {failure.Errors[0]}";
        if (challenge?.ErrorDescription is { Length: > 0 } description)
            return $" The server says: {description}";
        return failure.Body.Length > 0 ? $" The answer begins: {failure.Body.ReplaceLineEndings(" ")}" : "";
    }
}

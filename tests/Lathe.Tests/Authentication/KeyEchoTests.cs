using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lathe.Secrets;
using Lathe.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Lathe.Tests.Authentication;

/// <summary>Servers that say the key back, in every spelling.</summary>
public sealed class KeyEchoTests
{
    private const string Key = TestClient.Key;

    public static TheoryData<string, string> Spellings => new()
    {
        { "plain", Key },
        { "upper case", Key.ToUpperInvariant() },
        { "percent-encoded", Uri.EscapeDataString(Key) },
        { "percent-encoded twice", Uri.EscapeDataString(Uri.EscapeDataString(Key)) },
        { "percent-encoded in part", Key.Replace("/", "%2f", StringComparison.Ordinal).Replace("=", "%3D", StringComparison.Ordinal) },
        { "slashes escaped for JSON", Key.Replace("/", "\\/", StringComparison.Ordinal) },
        { "JSON, each character escaped", string.Concat(Key.Select(c => $"\\u{(int)c:x4}")) },
        { "JSON in JSON", JsonEncodedText.Encode(JsonEncodedText.Encode(Key).ToString()).ToString() },
        { "HTML", HtmlEncoder.Default.Encode(Key) },
        { "HTML, each character escaped", string.Concat(Key.Select(c => $"&#{(int)c};")) },
        { "Base64", Convert.ToBase64String(Encoding.ASCII.GetBytes(Key)) },
        { "Base64 of the header", Convert.ToBase64String(Encoding.ASCII.GetBytes("Bearer " + Key)) },
        { "Base64 of user and key", Convert.ToBase64String(Encoding.ASCII.GetBytes("me:" + Key + "\n")) },
        { "Base64 for addresses", Convert.ToBase64String(Encoding.ASCII.GetBytes("?" + Key)).Replace('+', '-').Replace('/', '_') },
        { "its first half", Key[..16] },
        { "its last half", Key[^16..] },
        { "its middle", Key[8..24] },
    };

    [Theory]
    [MemberData(nameof(Spellings))]
    public async Task AnEchoComesBackNowhere(string how, string echo)
    {
        Assert.NotEmpty(how);
        var json = JsonEncodedText.Encode(echo, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers["X-Echo"] = "you sent " + echo;
            return context.Request.Path.Value switch
            {
                "/page" => Reply.Json(context, $"<p>{echo}</p>", "text/html", 500),
                "/raw" => Reply.Json(context, $"{{\"errors\":[{{\"message\":\"{echo}\",\"extensions\":{{\"code\":\"{echo}\"}}}}]}}", status: 400),
                "/denied" => Reply.Json(context, $"{{\"message\":\"{json}\"}}", status: 403),
                _ => Reply.Json(context, $$$"""{"data":null,"errors":[{"message":"bad {{{json}}}!","path":["{{{json}}}"],"extensions":{"sent":"{{{json}}}"}}]}""", status: 400, type: Reply.NewType),
            };
        });
        foreach (var path in new[] { "/page", "/raw", "/denied", "/errors" })
        {
            await using var client = TestClient.Create(new Uri(server.Origin, path), b => b.AddBearerToken("Api:Key"));
            AssertSilent(path, await TextsAsync(client), echo);
        }
    }

    [Theory]
    [InlineData("application/json", """{"data":{"machines":[]},"extensions":{"KEY":x}}""")]
    [InlineData("application/json", """{"data":{"KEY":{"KEY":x}}}""")]
    [InlineData("application/json", """{"data":{"machines":[{"name":KEY}]}}""")]
    [InlineData("multipart/mixed;boundary=-", """{"data":tKEY}""")]
    [InlineData("multipart/mixed;boundary=-", """{"KEY":1,"KEY":2}""")]
    [InlineData("multipart/mixed;boundary=-", """{"path":["KEY",1],"data":{}}""")]
    [InlineData("multipart/mixed;boundary=-", """{"data":{"machines":[]},"extensions":{"KEY":1,"KEY":2}}""")]
    public async Task AnAnswerThatCannotBeReadShowsNoNameAndNoLiteralThatIsTheKey(string type, string body)
    {
        var text = body.Replace("KEY", Key, StringComparison.Ordinal);
        await using var server = await LoopbackServer.StartAsync(
            context => Reply.Json(context, type[0] == 'm' ? $"\r\n---\r\nContent-Type: application/json\r\n\r\n{text}\r\n-----\r\n" : text, type));
        await using var client = TestClient.Create(server.Endpoint, b => b.AddBearerToken("Api:Key"));
        var exception = await Assert.ThrowsAsync<GraphQLResponseException>(
            () => client.Transport.SendAsync(MachinesOperation.Deferred, cancellationToken: TestContext.Current.CancellationToken));
        Assert.DoesNotContain(Key[..12], exception + exception.Path + exception.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(31)]
    public async Task AnExcerptCutInsideTheKeyShowsNoPartOfIt(int before)
    {
        await using var server = await LoopbackServer.StartAsync(
            context => Reply.Json(context, new string('x', before) + Key + "y", "text/plain", 500));
        await using var client = TestClient.Create(server.Endpoint, b => b.AddBearerToken("Api:Key"), o => o.MaxBodyExcerpt = before + 6);
        var exception = await Assert.ThrowsAsync<GraphQLHttpException>(() => client.MachinesAsync());
        Assert.Equal(new string('x', before) + "(key hidden)", exception.Body);
    }

    [Theory]
    [InlineData("The machine 'Mill 4711' is gone.")]
    [InlineData("""{"a\/b":"100%","c":"\u00e9 &amp; \"d\"","e":"%zz &#; &#x;"}""")]
    [InlineData("Bearer error=\"invalid_token\", error_description=\"The key is not valid.\"")]
    public void WhatIsNoKeyStays(string text)
    {
        Assert.Same(text, SecretEraser.Erase(text, BearerToken.Create(Key)));
        Assert.Same(text, SecretEraser.EraseExcerpt(text, BearerToken.Create(Key)));
    }

    [Fact]
    public void AVeryLongTextThatHasTheKeyGoesAsAWholeAndQuickly()
    {
        var token = BearerToken.Create(new string('e', 4000));
        var text = string.Concat(Enumerable.Repeat("eeeeeeeeeeeeeeef", 60_000));
        var started = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal("(key hidden)", SecretEraser.Erase(text, token));
        Assert.InRange(started.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(3));
        var clean = string.Concat(Enumerable.Repeat("machine 4711; ", 60_000));
        Assert.Same(clean, SecretEraser.Erase(clean, BearerToken.Create(Key)));
    }

    [Fact]
    public void AllEchoesGoAndTheRestStays()
    {
        var token = BearerToken.Create(Key);
        Assert.Equal("a (key hidden) b (key hidden)c", SecretEraser.Erase($"a {Key} b {Key}{Uri.EscapeDataString(Key)}c", token));
        Assert.Equal("(key hidden)", SecretEraser.Erase(Key, token));
        Assert.Equal("k(key hidden)", SecretEraser.Erase("kabc", BearerToken.Create("abc")));
    }

    private static async Task<string> TextsAsync(TestClient client)
    {
        try
        {
            var result = await client.MachinesAsync();
            Assert.Equal(HttpStatusCode.BadRequest, result.StatusCode);
            return string.Join(
                '\n', result.Errors.Select(error => $"{error} {error.Code} {error.Extensions?.GetRawText()} {string.Join('.', error.Path)}"))
                + result.Headers;
        }
        catch (GraphQLHttpException exception)
        {
            return string.Join(
                '\n',
                exception,
                exception.Body,
                string.Join('\n', exception.Errors.Select(error => $"{error} {error.Extensions?.GetRawText()}")),
                exception.Headers);
        }
    }

    // No ten characters in a row of what came back, nor of the key, may show.
    private static void AssertSilent(string path, string text, string echo)
    {
        Assert.Contains("(key hidden)", text, StringComparison.Ordinal);
        var secrets = new[] { Key, echo };
        foreach (var secret in secrets)
        {
            for (var at = 0; at + 16 <= secret.Length; at++)
                Assert.False(
                    text.Contains(secret.AsSpan(at, 16), StringComparison.OrdinalIgnoreCase), $"{path} shows '{secret.Substring(at, 16)}': {text}");
        }
    }
}

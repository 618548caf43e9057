using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lathe.Authentication;
using Lathe.Calls;
using Lathe.Requests;
using Lathe.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lathe.Tests.Authentication;

/// <summary>Searches every output channel for the key while calls succeed and fail in every way.</summary>
public sealed class KeyLeakTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TheKeyIsInNoOutputChannel(bool tls)
    {
        using var channels = new OutputChannels();
        await using var server = await LoopbackServer.StartAsync(context => AnswerAsync(context), tls);
        var received = 0;
        foreach (var path in s_paths)
        {
            await using var client = TestClient.Create(
                new Uri(server.Origin, path),
                builder =>
                {
                    builder.AddStandardGraphQLResilience(o => (o.MaxRetries, o.BaseDelay) = (1, TimeSpan.Zero));
                    builder.AddBearerToken(o => o.Provider = (_, _) => new(BearerToken.Create(TestClient.Key)));
                    builder.AddRateLimiter();
                    // The most talkative logging that users can ask for: every header, none hidden.
                    builder.RedactLoggedHeaders(_ => false);
                    builder.AddHttpMessageHandler(() => new TalkativeHandler(channels));
                },
                options => (options.Timeout, options.MaxResponseSize) = (TimeSpan.FromMilliseconds(path == "/slow" ? 200 : 5000), 10_000),
                services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(channels)));
            await CallAsync(client, channels);
            received += server.Received.Count;
        }

        Assert.All(server.Received, request => Assert.Equal("Bearer " + TestClient.Key, request.Authorization));
        Assert.True(received > s_paths.Length);
        channels.AssertSilentAbout(TestClient.Key);
        Assert.True(channels.Count("exception") >= s_paths.Length - 2);
        Assert.True(channels.Count("log") > 100);
        Assert.True(channels.Count("event") > 100);
        Assert.True(channels.Count("activity") > 10);
        Assert.True(channels.Count("diagnostic") > 10);
    }

    [Fact]
    public void WhatHoldsAKeyDoesNotShowIt()
    {
        var token = BearerToken.Create(TestClient.Key, DateTimeOffset.UnixEpoch);
        var options = new BearerTokenOptions { FixedToken = token };
        var call = new GraphQLRequestOptions { BearerToken = token };
        using var request = new GraphQLHttpRequest(
            HttpMethod.Post, new Uri("https://api.example.com/graphql?trace=1")) { Token = token, SentToken = token };
        request.Headers.TryAddWithoutValidation("Authorization", token.HeaderFor("Bearer"));
        using var original = new HttpRequestMessage(HttpMethod.Get, "https://api.example.com/");
        using var authorized = new AuthorizedRequest(original, token);
        authorized.Headers.TryAddWithoutValidation("Authorization", token.HeaderFor("Bearer"));
        using var deadline = Deadline.Start(TimeSpan.FromSeconds(1), TimeProvider.System, CancellationToken.None);
        object[] holders =
        [
            token, options, call, request, authorized,
            new BearerTokenRequest("test", "acme", token),
            new GraphQLCall<MachinesData>(MachinesOperation.Query, null, call, false, new OperationObservation(), deadline),
        ];
        foreach (var holder in holders)
        {
            Assert.DoesNotContain(TestClient.Key, holder.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(TestClient.Key, DebuggerTexts(holder), StringComparison.Ordinal);
        }

        foreach (var holder in new object[] { token, options, call, new BearerTokenRequest("test", "acme", token) })
            Assert.DoesNotContain(
                TestClient.Key[..6],
                JsonSerializer.Serialize(holder, holder is BearerTokenOptions ? s_withoutDelegates : null),
                StringComparison.Ordinal);
    }

    private static readonly JsonSerializerOptions s_withoutDelegates = new()
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    // What a debugger shows first: the view of the type proxy, or the properties.
    private static string DebuggerTexts(object holder)
    {
        var proxy = holder.GetType()
            .GetCustomAttributes(typeof(DebuggerTypeProxyAttribute), true)
            .OfType<DebuggerTypeProxyAttribute>()
            .FirstOrDefault();
        var shown = proxy is null ? holder : Activator.CreateInstance(Type.GetType(proxy.ProxyTypeName)!, holder)!;
        return string.Join(' ', shown.GetType().GetProperties().Select(property => property.GetValue(shown)));
    }

    private static readonly string[] s_paths =
    [
        "/ok", "/echo-error", "/echo-extensions", "/echo-page", "/echo-401", "/echo-403", "/echo-429", "/redirect", "/cut", "/slow", "/large",
        "/broken", "/503",
    ];

    private static async Task CallAsync(TestClient client, OutputChannels channels)
    {
        try
        {
            var result = await client.MachinesAsync();
            foreach (var error in result.Errors)
                channels.Add("error", error + error.Extensions?.GetRawText());
            channels.Add("result", $"{result} {result.Extensions} {result.Headers}");
            result.RequireData();
        }
        catch (Exception exception)
        {
            channels.Add("exception", exception.ToString());
            channels.Add("exception", string.Join(' ', exception.Data.Values.Cast<object>()));
            if (exception is GraphQLHttpException http)
                channels.Add("exception", http.Body + string.Join(' ', http.Errors));
        }
    }

    private static Task AnswerAsync(HttpContext context)
    {
        var key = context.Request.Headers.Authorization.ToString();
        var html = $"<html>You sent {key}; escaped {Uri.EscapeDataString(key)} {HtmlEncoder.Default.Encode(key)}</html>";
        if (context.Request.Path.Value!.StartsWith("/echo", StringComparison.Ordinal))
        {
            context.Features.Get<IHttpResponseFeature>()!.ReasonPhrase = "Odd " + key;
            context.Response.Headers.ContentLanguage = key;
            context.Response.Headers["X-Echo"] = key;
        }

        switch (context.Request.Path.Value)
        {
            case "/ok":
                return Reply.Json(context, MachinesOperation.TwoMachines);
            case "/echo-error":
                return Reply.Json(context, $$$"""{"data":null,"errors":[{"message":"bad {{{key}}}","path":["{{{key}}}"],"extensions":{"sent":"{{{key}}}"}}]}""");
            case "/echo-extensions":
                return Reply.Json(context, $$$$"""{"data":{"machines":[]},"extensions":{"request":{"authorization":"{{{{key}}}}"}}}""");
            case "/echo-page":
                return Reply.Json(context, html, "text/html", 500);
            case "/echo-401" or "/echo-403" or "/echo-429":
                context.Response.Headers.WWWAuthenticate = $"Bearer error=\"invalid_token\", error_description=\"{key} is wrong\", scope=\"{key}\"";
                return Reply.Json(context, $$"""{"errors":[{"message":"{{key}}"}]}""", status: int.Parse(context.Request.Path.Value[6..], null));
            case "/redirect":
                context.Response.StatusCode = 308;
                context.Response.Headers.Location = "https://example.com/" + Uri.EscapeDataString(key);
                return Task.CompletedTask;
            case "/cut":
                context.Response.ContentLength = 1000;
                context.Response.ContentType = "application/json";
                return Cut(context);
            case "/slow":
                return Task.Delay(2000, context.RequestAborted);
            case "/large":
                return Reply.Json(context, MachinesOperation.Machines(1000));
            case "/broken":
                return Reply.Json(context, "{\"data\":{\"machines\":[{\"name\":" + key);
            default:
                context.Response.StatusCode = 503;
                return Task.CompletedTask;
        }
    }

    private static async Task Cut(HttpContext context)
    {
        await context.Response.WriteAsync("{\"data\":");
        await context.Response.Body.FlushAsync();
        context.Abort();
    }

    private sealed class TalkativeHandler(OutputChannels channels) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            channels.Add("handler", request + request.Headers.ToString());
            var response = await base.SendAsync(request, cancellationToken);
            channels.Add("handler", $"{request}{request.Headers}{response}{response.RequestMessage}{response.RequestMessage!.Headers}");
            return response;
        }
    }
}

using System.Net;
using Lathe.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Lathe.Tests.Authentication;

/// <summary>A handler that sends copies of a request: whom the call is for goes with each copy, and so does the way to a newer key.</summary>
public sealed class CopiedRequestTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("acme")]
    [InlineData(null)]
    public async Task ACopyHasTheKeyOfItsTenantAndANewerOneWhenThatIsRejected(string? tenant)
    {
        var whose = tenant ?? "all";
        await using var server = await LoopbackServer.StartAsync(context => context.Request.Headers.Authorization == $"Bearer newer-key-of-{whose}"
            ? Reply.Json(context, MachinesOperation.TwoMachines)
            : Reply.Json(context, "{}", status: 401));
        await using var client = Create(server.Endpoint);
        Assert.Equal(2, (await client.MachinesAsync(new() { Tenant = tenant })).RequireData().Machines.Count);
        Assert.Equal($"Bearer key-of-{whose}", server.Received.First().Authorization);
        Assert.All(server.Received, request => Assert.EndsWith($"key-of-{whose}", request.Authorization, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ACopyHasTheKeyOfTheCall()
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var client = Create(server.Endpoint);
        await client.MachinesAsync(new() { BearerToken = BearerToken.Create("own") });
        Assert.Equal(["Bearer own", "Bearer own"], server.Received.Select(static request => request.Authorization));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ACallThatTakesTooLongSaysWhetherTheProviderOrTheServerWasSlow(bool provider)
    {
        await using var server = await LoopbackServer.StartAsync(static context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        await using var client = TestClient.Create(
            server.Endpoint,
            b => b.AddBearerToken(o => o.Provider = async (_, stop) =>
            {
                await Task.Delay(provider ? Timeout.Infinite : 0, stop);
                return BearerToken.Create("k");
            }),
            o => o.Timeout = TimeSpan.FromSeconds(provider ? 0.3 : 2));
        var failure = await Assert.ThrowsAsync<GraphQLTimeoutException>(() => client.MachinesAsync());
        Assert.Equal(provider, failure.Message.Contains("while the token provider was asked", StringComparison.Ordinal));
        Assert.Equal(!provider, failure.Message.Contains("No answer had begun", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("newer", 2, HttpStatusCode.OK)]
    [InlineData("same", 1, HttpStatusCode.Unauthorized)]
    [InlineData("fails", 1, null)]
    public async Task ARejectionThatIsNotTheAnswerIsReleased(string renewal, int sent, HttpStatusCode? status)
    {
        var answers = new List<TrackedAnswer>();
        var services = new ServiceCollection().AddLogging();
        services.AddHttpClient("rest", static http => http.BaseAddress = new Uri("https://a"))
            .ConfigurePrimaryHttpMessageHandler(() => new Answers(answers))
            .AddBearerToken(o => o.Provider = (request, _) => request.Rejected is null || renewal == "same"
                ? new(BearerToken.Create("k"))
                : renewal == "fails" ? throw new InvalidOperationException() : new(BearerToken.Create("newer")));
        await using var provider = services.BuildServiceProvider();
        using var rest = provider.GetRequiredService<IHttpClientFactory>().CreateClient("rest");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/x", UriKind.Relative));
        if (status is null)
            await Assert.ThrowsAsync<BearerTokenException>(() => rest.SendAsync(request, Stop));
        else
            Assert.Equal(status, (await rest.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop)).StatusCode);
        Assert.Equal(sent, answers.Count);
        Assert.Equal(renewal != "same", answers[0].IsDisposed);
        Assert.False(answers.Count > 1 && answers[1].IsDisposed);
    }

    private static TestClient Create(Uri endpoint) => TestClient.Create(endpoint, b =>
    {
        b.AddHttpMessageHandler(() => new Copies());
        b.AddBearerToken(o => o.Provider = static (request, _) =>
            new(BearerToken.Create((request.Rejected is null ? "" : "newer-") + "key-of-" + (request.Tenant ?? "all"))));
    });

    /// <summary>Sends two copies, and gives the second one's answer.</summary>
    private sealed class Copies : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            for (var i = 0; ; i++)
            {
                var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Content = new ByteArrayContent(body) };
                var response = await base.SendAsync(copy, cancellationToken);
                if (i == 1)
                    return response;
                response.Dispose();
            }
        }
    }

    private sealed class Answers(List<TrackedAnswer> answers) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            answers.Add(new TrackedAnswer(request.Headers.Authorization!.Parameter == "newer" ? HttpStatusCode.OK : HttpStatusCode.Unauthorized));
            return Task.FromResult<HttpResponseMessage>(answers[^1]);
        }
    }

    private sealed class TrackedAnswer(HttpStatusCode status) : HttpResponseMessage(status)
    {
        public bool IsDisposed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}

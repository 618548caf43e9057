using System.Globalization;
using System.Net;
using MachineMetrics.Server.Entities;
using MachineMetrics.Server.Keys;
using MachineMetrics.Server.Life;
using MachineMetrics.Server.Limits;
using MachineMetrics.Server.Reports;
using MachineMetrics.Server.Schema;
using MachineMetrics.Server.Seed;
using MachineMetrics.Server.Subscriptions;

namespace MachineMetrics.Server.Hosting;

/// <summary>A stand-in for the MachineMetrics API on the loopback interface.</summary>
public sealed class ShopServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ShopServerOptions options;
    private readonly KeyGate gate = new();
    private readonly RequestLog log = new();
    private readonly RequestWindow window;
    private readonly GraphQLEndpoint graphQL;
    private readonly OpenShop? life;

    private ShopServer(ShopServerOptions options)
    {
        this.options = options;
        Shop = options.IsOpen ? ShopSeed.Ridgeline(Present()) : ShopSeed.Ridgeline();
        window = new RequestWindow(options.Limits.RequestsPerMinute, options.Clock);
        graphQL = new GraphQLEndpoint(ShopSchemaBuilder.Make(options.Schema ?? DefaultSchema), options.Limits, FeedOf);
        Key = AddKey(Shop, ApiKey.Reporting);
        app = Build();
        life = options.IsOpen ? new OpenShop(Shop, options.StateInterval) : null;
    }

    /// <summary>Gets this repository's schema in SDL.</summary>
    public static string DefaultSchema { get; } = ReadResource("machinemetrics.graphql");

    /// <summary>Gets the company whose key <see cref="Key"/> is.</summary>
    public Shop Shop { get; }

    /// <summary>Gets another company, for which a key can be added.</summary>
    public Shop OtherShop { get; } = ShopSeed.HarborGear();

    /// <summary>Gets a key with the scope that every query needs. It is made anew for each server.</summary>
    public ApiKey Key { get; }

    /// <summary>Gets the address of the server, without a path.</summary>
    public Uri BaseAddress => new(app.Urls.First());

    /// <summary>Gets the address of the GraphQL endpoint.</summary>
    public Uri Endpoint => new(BaseAddress, "/graphql");

    /// <summary>Gets what was asked so far and how it was answered.</summary>
    public IReadOnlyList<RequestRecord> Requests => log.Records;

    /// <summary>Starts a server.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<ShopServer> StartAsync(ShopServerOptions? options = null, CancellationToken cancellationToken = default)
    {
        var server = new ShopServer(options ?? new ShopServerOptions());
        await server.app.StartAsync(cancellationToken);
        server.Open();
        return server;
    }

    /// <summary>Makes a key and accepts it from now on.</summary>
    public ApiKey AddKey(Shop shop, params string[] scopes)
    {
        var key = ApiKey.Make(shop, scopes);
        gate.Add(key);
        return key;
    }

    /// <summary>Accepts a key no longer.</summary>
    public void Revoke(ApiKey key) => gate.Revoke(key);

    /// <summary>Serves another schema from now on. Fields that the shop has no data for are null.</summary>
    public void ReplaceSchema(string sdl) => graphQL.Schema = ShopSchemaBuilder.Make(sdl);

    /// <summary>Waits until the process is asked to end.</summary>
    public Task WaitForShutdownAsync() => app.WaitForShutdownAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        if (life is not null)
            await life.DisposeAsync();
    }

    // To the second, as people tell the time.
    private static DateTimeOffset Present() => DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds());

    private void Open()
    {
        if (life is null)
            return;
        Shop.Open(TimeProvider.System);
        life.Start();
    }

    private IObservable<object?> FeedOf(Shop shop) =>
        life is not null && shop == Shop ? new OpenShopFeed(shop, life) : new StateFeed(shop, options.StateInterval);

    private WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, options.Port));
        var built = builder.Build();
        built.Use((context, next) => log.RecordAsync(context, () => InterceptAsync(context, next)));
        built.UseWebSockets();
        built.MapGet("/graphql", new SocketEndpoint(graphQL, gate, window).AnswerAsync);
        built.MapPost("/graphql", context => AdmitAsync(context, shop => graphQL.AnswerAsync(context, shop)));
        built.MapPost("/reports/production", context => AdmitAsync(context, shop => ProductionEndpoint.AnswerAsync(context, shop)));
        return built;
    }

    private async Task InterceptAsync(HttpContext context, Func<Task> next)
    {
        if (options.Intercept is null || !await options.Intercept(context))
            await next();
    }

    private async Task AdmitAsync(HttpContext context, Func<Shop, Task> answer)
    {
        if (await gate.AdmitAsync(context, ApiKey.Reporting) is not { } key)
            return;
        if (window.TryEnter(key.Shop.Company.CompanyRef) is { } wait)
            await RefuseAsync(context, wait);
        else
            await answer(key.Shop);
    }

    private static Task RefuseAsync(HttpContext context, TimeSpan wait)
    {
        context.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return ErrorAnswer.WriteAsync(
            context, 429, new ErrorAnswer("The company has started too many requests within the last minute.", "RateLimited"));
    }

    private static string ReadResource(string name)
    {
        using var reader = new StreamReader(typeof(ShopServer).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}

using Lathe;
using Microsoft.AspNetCore.Components.WebAssembly.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Shop;

var builder = WebAssemblyHostBuilder.CreateDefault(args);
builder.RootComponents.Add<App>("#app");
var settings = builder.Configuration;
var shop = builder.Services.AddShopClient(options =>
{
    options.Endpoint = new Uri(settings["Shop:Endpoint"]!);
    options.UseGetForQueries = settings["Get"] == "true";
});
if (settings["Shop:ApiKey"] is not null)
    shop.AddBearerToken("Shop:ApiKey");
if (settings["Resilience"] == "true")
    shop.AddStandardGraphQLResilience();
if (settings["Sockets"] is { } mode)
{
    shop.AddWebSockets(sockets =>
    {
        sockets.Subscriptions = Enum.Parse<GraphQLSubscriptionMode>(mode);
        if (settings["Handler"] == "sockets")
            sockets.ConfigureHandler = static _ => { };
    });
}

if (settings["Handler"] == "own")
    shop.ConfigurePrimaryHttpMessageHandler(static () => new HttpClientHandler());
builder.Services.AddSingleton<Scenarios>();
await builder.Build().RunAsync();

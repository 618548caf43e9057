using Company.Shop;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = Host.CreateApplicationBuilder(args);
builder.Services
    .AddApiClient()
    .AddBearerToken("Api:Key")          // the name of a configuration value, never the key
    .AddStandardGraphQLResilience();    // retries for queries

using var host = builder.Build();
var client = host.Services.GetRequiredService<IApiClient>();
foreach (var line in await MachineReport.ReadAsync(client, limit: 20))
    Console.WriteLine(line);

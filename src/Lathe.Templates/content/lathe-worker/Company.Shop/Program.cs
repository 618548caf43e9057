using Company.Shop;

var builder = Host.CreateApplicationBuilder(args);
builder.Services
    .AddApiClient()
    .AddBearerToken("Api:Key")          // the name of a configuration value, never the key
    .AddStandardGraphQLResilience();    // retries for queries
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddHostedService<MachineWatch>();
builder.Build().Run();

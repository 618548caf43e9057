using Company.Shop;

var builder = WebApplication.CreateBuilder(args);
builder.Services
    .AddApiClient()
    .AddBearerToken("Api:Key")          // the name of a configuration value, never the key
    .AddStandardGraphQLResilience();    // retries for queries
builder.Services.AddProblemDetails();

var app = builder.Build();
app.UseExceptionHandler();
app.MapGet("/machines", MachineEndpoints.ListAsync);
app.Run();

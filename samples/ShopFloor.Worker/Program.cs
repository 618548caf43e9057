using MachineMetrics.Server.Hosting;
using ShopFloor.Worker;

var builder = WebApplication.CreateSlimBuilder(args);
await using var source = await ApiSource.OpenAsync(builder.Configuration);
builder.Configuration.AddInMemoryCollection([new(ApiSource.KeyName, source.Key)]);
builder.Services.AddShiftReports(source.Endpoint);
var app = builder.Build();
app.MapHealthChecks("/health");
await app.RunAsync();

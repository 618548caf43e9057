using Shop;
using Shop.Components;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
builder.Services.AddShopClient(options => options.EndpointConfigurationKey = "Shop:Endpoint").AddBearerToken("Shop:ApiKey");
var app = builder.Build();
app.UseAntiforgery();
app.MapStaticAssets();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
await app.RunAsync();

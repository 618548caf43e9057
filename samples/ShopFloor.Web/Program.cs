using MachineMetrics.Server.Hosting;
using ShopFloor.Web;
using ShopFloor.Web.Components;

var builder = WebApplication.CreateBuilder(args);
await using var source = await ApiSource.OpenAsync(builder.Configuration);
builder.AddShopFloor(source);
var app = builder.Build();
app.UseSecurityHeaders();
app.UseStatusCodePagesWithReExecute("/not-found");
app.UseAntiforgery();
app.MapStaticAssets();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
await app.RunAsync();

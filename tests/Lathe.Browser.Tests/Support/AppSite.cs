using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;

namespace Lathe.Browser.Tests.Support;

/// <summary>The web site of the published app, with settings of its own: everything that it serves can be read by everyone.</summary>
internal sealed class AppSite : IAsyncDisposable
{
    private readonly Loopback _server;

    private AppSite(Loopback server) => _server = server;

    public static async Task<AppSite> StartAsync(Dictionary<string, string> settings)
    {
        var files = new PhysicalFileProvider(PublishedApp.Folder);
        return new AppSite(await Loopback.StartAsync(app =>
        {
            app.MapGet("/appsettings.json", () => Results.Json(settings));
            app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
            app.UseStaticFiles(new StaticFileOptions { FileProvider = files, ServeUnknownFileTypes = true });
        }));
    }

    public Uri Origin => _server.Origin;

    public Uri Scenario(string name) => new(Origin, "/#" + name);

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}

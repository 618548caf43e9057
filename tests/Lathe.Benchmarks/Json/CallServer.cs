using System.Diagnostics;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Lathe.Benchmarks.Json;

internal sealed record SmallVariables(int Limit);

internal sealed record SmallRequest(string Query, string OperationName, SmallVariables Variables);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SmallRequest))]
internal sealed partial class SmallContext : JsonSerializerContext;

/// <summary>A server that answers with bytes made beforehand, in a process of its own, so that its work is not counted as the client's.</summary>
internal static class CallServer
{
    private const string Ready = "listening on ";

    public static Process Start(out string address)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(CallServer).Assembly.Location);
        start.ArgumentList.Add("serve");
        var process = Process.Start(start)!;
        address = process.StandardOutput.ReadLine()![Ready.Length..];
        return process;
    }

    public static async Task ServeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.UseWebSockets();
        foreach (var count in new[] { 1, 100 })
        {
            app.MapGet($"/{count}", context => SocketServer.AnswerAsync(context, ShopAnswers.Make(count, "compact")));
            var answer = ShopAnswers.Make(count, "compact");
            app.MapPost($"/{count}", async (HttpContext context) =>
            {
                await context.Request.Body.CopyToAsync(Stream.Null);
                context.Response.ContentType = "application/json";
                context.Response.ContentLength = answer.Length;
                await context.Response.Body.WriteAsync(answer);
            });
        }

        await app.StartAsync();
        Console.WriteLine(Ready + app.Urls.First());
        await app.WaitForShutdownAsync();
    }
}

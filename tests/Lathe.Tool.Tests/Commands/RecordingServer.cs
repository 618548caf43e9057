using System.Collections.Concurrent;
using MachineMetrics.Server.Hosting;
using Microsoft.AspNetCore.Http;

namespace Lathe.Tool.Tests.Commands;

/// <summary>A server that tells a schema of one field and keeps what it was sent.</summary>
internal static class RecordingServer
{
    public const string Told = """
        {"data":{"__schema":{"queryType":{"name":"Query"},"directives":[],"types":[{"kind":"SCALAR","name":"Int"},
        {"kind":"OBJECT","name":"Query","interfaces":[],"fields":[{"name":"a","args":[],"type":{"kind":"SCALAR","name":"Int"}}]}]}}}
        """;

    /// <summary>Starts it.</summary>
    /// <param name="received">Gets the headers of each request.</param>
    /// <param name="other">Answers what is not for <c>/graphql</c>; null for nothing.</param>
    public static Task<ShopServer> StartAsync(ConcurrentQueue<IHeaderDictionary> received, Func<HttpContext, Task>? other = null) =>
        ShopServer.StartAsync(
            new ShopServerOptions
            {
                Intercept = async context =>
                {
                    context.Response.ContentType = "application/json";
                    if (other is not null && context.Request.Path != "/graphql")
                    {
                        await other(context);
                        return true;
                    }

                    received.Enqueue(new HeaderDictionary(context.Request.Headers.ToDictionary()));
                    await context.Response.WriteAsync(Told);
                    return true;
                },
            },
            TestContext.Current.CancellationToken);
}

using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MachineMetrics.Server.Entities;
using MachineMetrics.Server.Hosting;
using MachineMetrics.Server.Keys;

namespace Lathe.Samples.Tests.Server;

/// <summary>A running server, and raw HTTP to it.</summary>
public sealed class ServerFixture : IAsyncLifetime
{
    private readonly HttpClient http = new();

    public ShopServer Server { get; private set; } = null!;

    public Shop Shop => Server.Shop;

    public async ValueTask InitializeAsync() => Server = await ShopServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Server.DisposeAsync();
    }

    /// <summary>Runs a query that must succeed, and returns its data.</summary>
    public async Task<JsonNode> QueryAsync(string query, object? variables = null)
    {
        var answer = await AskAsync(query, variables);
        Assert.Null(answer["errors"]?.ToJsonString());
        return answer["data"]!;
    }

    /// <summary>Runs a query, and returns the whole response.</summary>
    public async Task<JsonNode> AskAsync(string query, object? variables = null)
    {
        using var response = await PostAsync("/graphql", JsonSerializer.Serialize(new { query, variables }), Server.Key);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
    }

    public Task<HttpResponseMessage> PostAsync(string path, string body, ApiKey? key = null, string? accept = null) =>
        PostAsync(Server, path, body, key?.Secret, accept);

    public async Task<HttpResponseMessage> PostAsync(
        ShopServer server, string path, string body, string? secret, string? accept = null, string contentType = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.BaseAddress, path))
        {
            Content = new StringContent(body, Encoding.UTF8, contentType),
        };
        if (secret is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        if (accept is not null)
            request.Headers.Add("Accept", accept);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}

internal static class JsonExtensions
{
    /// <summary>The values of one member of each object in a list.</summary>
    public static string?[] Pluck(this JsonNode? list, string member) =>
        [.. list!.AsArray().Select(item => item![member]?.ToString())];

    public static async Task<JsonNode> JsonAsync(this HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Books;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lathe.Hosts.Tests;

/// <summary>Generated types in a minimal API: bound from the request, and returned.</summary>
public sealed class MinimalApiTests
{
    [Theory]
    [InlineData("/one?genre=HISTORY", "HISTORY")]
    [InlineData("/one?genre=science_fiction", "SCIENCE_FICTION")]
    [InlineData("/route/FANTASY", "FANTASY")]
    [InlineData("/maybe", "none")]
    [InlineData("/maybe?genre=FANTASY", "FANTASY")]
    [InlineData("/many?genre=HISTORY&genre=FANTASY", "HISTORY,FANTASY")]
    public async Task AnEnumIsBoundFromTheAddress(string address, string expected)
    {
        await using var app = await StartAsync(routes =>
        {
            routes.MapGet("/one", (Genre genre) => genre.Text);
            routes.MapGet("/route/{genre}", (Genre genre) => genre.Text);
            routes.MapGet("/maybe", (Genre? genre) => genre?.Text ?? "none");
            routes.MapGet("/many", (Genre[] genre) => string.Join(',', genre));
        });
        Assert.Equal(expected, await app.GetTestClient().GetStringAsync(address, Client.Stop));
    }

    [Theory]
    [InlineData("/one?genre=POETRY")]
    [InlineData("/one?genre=")]
    [InlineData("/one")]
    public async Task WhatTheSchemaDoesNotKnowIsABadRequest(string address)
    {
        await using var app = await StartAsync(routes => routes.MapGet("/one", (Genre genre) => genre.Text));
        Assert.Equal(HttpStatusCode.BadRequest, (await app.GetTestClient().GetAsync(address, Client.Stop)).StatusCode);
    }

    [Fact]
    public async Task AResultIsReturnedAndReadBackAsItWas()
    {
        await using var app = await StartAsync(routes => routes.MapGet("/books", () => Shelf.Books));
        var json = await app.GetTestClient().GetStringAsync("/books", Client.Stop);
        Assert.StartsWith(
            """{"books":[{"id":"1","title":"SPQR","genre":"HISTORY","mood":null,"price":12.50,"publishedOn":"2015-10-20"}""",
            json,
            StringComparison.Ordinal);
        Assert.Equal(Shelf.Books.Books, JsonSerializer.Deserialize<BooksQuery.Data>(json, JsonSerializerOptions.Web)!.Books);
    }

    [Fact]
    public async Task CasesOfAUnionAreReturnedWithAllThatTheyHold()
    {
        await using var app = await StartAsync(routes =>
        {
            routes.MapGet("/hits", () => Shelf.Hits);
            routes.MapGet("/list", () => Shelf.Hits.Hits);
        });
        var http = app.GetTestClient();
        Assert.Equal(Shelf.Hits.Hits, (await http.GetFromJsonAsync<HitsQuery.Data>("/hits", Client.Stop))!.Hits);
        Assert.Equal(Shelf.Hits.Hits, await http.GetFromJsonAsync<HitsQuery.Hit[]>("/list", Client.Stop));
    }

    [Fact]
    public async Task AnEnumAndAResultAreReadFromABody()
    {
        await using var app = await StartAsync(routes => routes.MapPost("/order", (Order order) => $"{order.Genre} {order.Book.Title}"));
        var answer = await app.GetTestClient().PostAsJsonAsync("/order", new Order(Genre.Fantasy, Shelf.Books.Books[0]), Client.Stop);
        Assert.Equal("FANTASY SPQR", await answer.Content.ReadAsStringAsync(Client.Stop));
    }

    private static async Task<WebApplication> StartAsync(Action<IEndpointRouteBuilder> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        var app = builder.Build();
        map(app);
        await app.StartAsync(Client.Stop);
        return app;
    }

    private sealed record Order(Genre Genre, BooksQuery.Book Book);
}

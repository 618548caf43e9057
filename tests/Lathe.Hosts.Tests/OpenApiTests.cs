using System.ComponentModel;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Books;
using Lathe.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.OpenApi;

namespace Lathe.Hosts.Tests;

/// <summary>The OpenAPI document of an API that takes and returns generated types, with what <c>docs/hosts.md</c> says to add.</summary>
public sealed class OpenApiTests
{
    private static readonly string[] s_genres = ["FANTASY", "HISTORY", "SCIENCE_FICTION"];

    [Fact]
    public async Task AnEnumOfAResultListsItsValues()
    {
        var genre = (await DocumentAsync())["components"]!["schemas"]!["Genre"]!;
        Assert.Equal("string", (string?)genre["type"]);
        Assert.Equal(s_genres, Values(genre));
    }

    [Theory]
    [InlineData("/one")]
    [InlineData("/maybe")]
    [InlineData("/route/{genre}")]
    public async Task AnEnumOfAParameterListsItsValues(string path)
    {
        var schema = (await DocumentAsync())["paths"]![path]!["get"]!["parameters"]![0]!["schema"]!;
        Assert.Equal(s_genres, Values(schema));
    }

    [Fact]
    public async Task EachItemOfAListHasTheValues()
    {
        var schema = (await DocumentAsync())["paths"]!["/many"]!["get"]!["parameters"]![0]!["schema"]!;
        Assert.Equal("array", (string?)schema["type"]);
        Assert.Equal(s_genres, Values(schema["items"]!));
    }

    [Fact]
    public async Task ResultsOfTwoOperationsAreTwoSchemas()
    {
        var document = await DocumentAsync();
        Assert.Equal("#/components/schemas/BooksQuery.Data", Answer("/one"));
        Assert.Equal("#/components/schemas/HitsQuery.Data", Answer("/maybe"));
        Assert.Equal(["books"], Members("BooksQuery.Data"));
        Assert.Equal(["hits"], Members("HitsQuery.Data"));

        string? Answer(string path) =>
            (string?)document["paths"]![path]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]!["$ref"];

        IEnumerable<string> Members(string schema) =>
            document["components"]!["schemas"]![schema]!["properties"]!.AsObject().Select(member => member.Key);
    }

    private static IEnumerable<string?> Values(JsonNode schema) => schema["enum"]!.AsArray().Select(value => (string?)value);

    private static async Task<JsonNode> DocumentAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Services.AddOpenApi(options =>
        {
            options.CreateSchemaReferenceId = NameOf;
            options.AddSchemaTransformer(ListValues);
        });
        await using var app = builder.Build();
        app.MapOpenApi();
        app.MapGet("/one", (Genre genre) => Shelf.Books);
        app.MapGet("/maybe", (Genre? genre) => Shelf.Hits);
        app.MapGet("/many", (Genre[] genre) => Shelf.Hits);
        app.MapGet("/route/{genre}", (Genre genre) => Shelf.Hits);
        await app.StartAsync(Client.Stop);
        return JsonNode.Parse(await app.GetTestClient().GetStringAsync("/openapi/v1.json", Client.Stop))!;
    }

    // As in the docs.
    private static string? NameOf(JsonTypeInfo json) =>
        OpenApiOptions.CreateDefaultSchemaReferenceId(json) is { } name
            && json.Type.DeclaringType is { } outer ? $"{outer.Name}.{name}" : OpenApiOptions.CreateDefaultSchemaReferenceId(json);

    private static Task ListValues(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken stop)
    {
        var type = context.ParameterDescription?.ParameterDescriptor.ParameterType ?? context.JsonTypeInfo.Type;
        type = Nullable.GetUnderlyingType(type) ?? type.GetElementType() ?? type;
        var converter = TypeDescriptor.GetConverter(type);
        if (converter.GetType() is not { IsGenericType: true } made || made.GetGenericTypeDefinition() != typeof(EnumTypeConverter<>))
            return Task.CompletedTask;
        var one = schema;
        if (schema.Type == JsonSchemaType.Array)
            schema.Items = one = new OpenApiSchema();
        one.Type = JsonSchemaType.String;
        one.Enum = [.. converter.GetStandardValues()!.Cast<object>().Select(value => JsonValue.Create(value.ToString()!))];
        return Task.CompletedTask;
    }
}

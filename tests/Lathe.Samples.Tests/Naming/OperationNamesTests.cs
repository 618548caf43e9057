using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GraphQLParser;
using GraphQLParser.AST;
using Lathe.TestSupport;
using MachineMetrics.Naming;
using MachineMetrics.Server.Hosting;

namespace Lathe.Samples.Tests.Naming;

/// <summary>
/// The vendor's texts have two names for many types, and which the live API has is not known: the samples' operations fit both. A parser and a
/// validator that are not ours look at them.
/// </summary>
public sealed class OperationNamesTests : IAsyncLifetime
{
    private static readonly string[] s_scalars = ["Int", "Float", "String", "Boolean", "ID", "timestamptz", "uuid", "bigint", "numeric"];

    private readonly HttpClient http = new();
    private ShopServer other = null!;
    private ShopServer usual = null!;

    public static TheoryData<string> Samples => ["MachineMetrics.Console", "ShopFloor.Web", "ShopFloor.Worker"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        usual = await ShopServer.StartAsync(cancellationToken: Stop);
        other = await ShopServer.StartAsync(new() { Schema = OtherNames.Of(ShopServer.DefaultSchema) }, Stop);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await usual.DisposeAsync();
        await other.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void VariablesAreScalars(string sample)
    {
        var types = Documents(sample).SelectMany(text => Parser.Parse(text).Definitions.OfType<GraphQLOperationDefinition>())
            .SelectMany(operation => operation.Variables?.Items ?? []).Select(variable => NameOf(variable.Type)).Distinct().ToList();
        Assert.NotEmpty(types);
        Assert.Empty(types.Except(s_scalars));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task OperationsAreValidUnderEitherNaming(string sample)
    {
        var names = new TypeNames();
        Assert.True(names.TryLearn(await AskAsync(other, JsonNode.Parse(TypeNames.Body)!)));
        foreach (var (name, document) in Operations(sample))
        {
            Assert.Equal([], await FaultsAsync(usual, name, document));
            Assert.Equal([], await FaultsAsync(other, name, names.Write(document)));
        }
    }

    [Fact]
    public async Task AFragmentWithTheOtherNameIsRefused()
    {
        var (name, document) = Operations("ShopFloor.Web").Single(operation => operation.Name == "Board");
        Assert.NotEmpty(await FaultsAsync(other, name, document));
    }

    [Fact]
    public void TheOtherNamesAreThoseThatWereWrittenDown()
    {
        var written = SharedFolder.Require("machinemetrics/machinemetrics.hasura-names.graphql");
        Assert.Equal(DefinitionsOf(File.ReadAllText(written)), DefinitionsOf(OtherNames.Of(ShopServer.DefaultSchema)));
    }

    private static IEnumerable<string> DefinitionsOf(string sdl) => Parser.Parse(sdl).Definitions
        .OfType<GraphQLTypeDefinition>().Select(type => $"{type.Kind} {type.Name.StringValue}").Order(StringComparer.Ordinal);

    private static string NameOf(GraphQLType type) => type switch
    {
        GraphQLNonNullType { Type: var inner } => NameOf(inner),
        GraphQLListType { Type: var item } => NameOf(item),
        _ => ((GraphQLNamedType)type).Name.StringValue,
    };

    private static IEnumerable<string> Documents(string sample) =>
        Directory.EnumerateFiles(Path.Combine(SharedFolder.RepositoryRoot, "samples", sample), "*.graphql", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(File.ReadAllText);

    // What is sent: an operation with all fragments that it reaches, without directives of the client.
    private static IEnumerable<(string Name, string Document)> Operations(string sample)
    {
        var texts = Documents(sample).Select(text => Regex.Replace(text, @"@page\(.*?\)", "")).ToList();
        var fragments = texts.SelectMany(text => Parser.Parse(text).Definitions.OfType<GraphQLFragmentDefinition>()
            .Select(fragment => (Name: fragment.FragmentName.Name.StringValue, Text: TextOf(text, fragment))))
            .ToDictionary(one => one.Name, one => one.Text);
        foreach (var text in texts)
        {
            foreach (var operation in Parser.Parse(text).Definitions.OfType<GraphQLOperationDefinition>())
            {
                var document = TextOf(text, operation);
                for (var more = true; more;)
                {
                    var missing = fragments.Where(one => document.Contains("..." + one.Key, StringComparison.Ordinal)
                        && !document.Contains(one.Value, StringComparison.Ordinal)).ToList();
                    document = string.Join('\n', [document, .. missing.Select(one => one.Value)]);
                    more = missing.Count > 0;
                }

                yield return (operation.Name!.StringValue, document);
            }
        }
    }

    private static string TextOf(string text, ASTNode node) => text[node.Location.Start..node.Location.End];

    // A variable that is not given is no fault of the operation, nor is a subscription that is sent as a query; both are told of valid ones alone.
    private async Task<List<string>> FaultsAsync(ShopServer server, string name, string document)
    {
        var answer = await AskAsync(server, new JsonObject { ["operationName"] = name, ["query"] = document });
        return [.. (answer["errors"]?.AsArray() ?? [])
            .Where(error => error!["extensions"]?["code"]?.ToString() is not ("INVALID_VALUE" or "SUBSCRIPTION_NOT_SUPPORTED"))
            .Select(error => $"{name}: {error!["message"]} ({error["extensions"]?["code"]})")];
    }

    private async Task<JsonNode> AskAsync(ShopServer server, JsonNode body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Endpoint) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new("Bearer", server.Key.Secret);
        using var response = await http.SendAsync(request, Stop);
        return (await response.Content.ReadFromJsonAsync<JsonNode>(Stop))!;
    }
}

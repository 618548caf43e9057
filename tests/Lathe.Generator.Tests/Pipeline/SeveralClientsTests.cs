namespace Lathe.Generator.Tests.Pipeline;

/// <summary>Several clients of one build.</summary>
public sealed class SeveralClientsTests
{
    private const string Schema = "type Query { machines(kind: Kind): [Machine!]! } type Machine { id: ID! kind: Kind! } enum Kind { LATHE }";
    private const string Document = "query Machines($kind: Kind) { machines(kind: $kind) { ...Card } } fragment Card on Machine { id kind }";

    [Theory]
    [InlineData("")]
    [InlineData("\"accessibility\": \"internal\"")]
    [InlineData("\"client\": \"ApiClient\"")]
    public void TheSameOperationsMakeTwoClients(string settings)
    {
        var outcome = Run(settings, settings, Document);

        Assert.Empty(outcome.Diagnostics);
        Assert.Empty(outcome.CompilationErrors());
    }

    [Fact]
    public void ClientsMayShareANamespace()
    {
        const string Namespace = "\"namespace\": \"App\"";
        var outcome = Run(Namespace + ", \"client\": \"Shop\"", Namespace + ", \"client\": \"Crm\"", "query People { machines { id } }");

        Assert.Empty(outcome.CompilationErrors());
        Assert.Equal(
            ["Crm-App.Crm.g.cs", "Crm-App.CrmRegistration.g.cs", "Crm-App.PeopleQuery.g.cs"],
            outcome.Files.Where(static file => file.StartsWith("Crm", StringComparison.Ordinal)));
    }

    // Under one name both would have the options of both.
    [Fact]
    public void ClientsOfOneClassNameAreRegisteredUnderTheirFullNames()
    {
        var outcome = Run("\"client\": \"ApiClient\"", "\"client\": \"ApiClient\"", Document);

        Assert.Contains(
            "AddApiClient(services, \"App.Shop.ApiClient\", configure);",
            outcome.Source("App.Shop.ApiClientRegistration.g.cs"),
            StringComparison.Ordinal);
        Assert.Contains(
            "AddApiClient(services, \"App.Crm.ApiClient\", configure);",
            outcome.Source("App.Crm.ApiClientRegistration.g.cs"),
            StringComparison.Ordinal);
        Assert.Contains(
            "AddShop(services, \"Shop\", configure);",
            Run("\"client\": \"Shop\"", "\"client\": \"Crm\"", Document).Source("App.Shop.ShopRegistration.g.cs"),
            StringComparison.Ordinal);
    }

    // The first client has its namespace by default.
    [Fact]
    public void ClientsWhoseDefaultsMakeOneNameAreAMistake() => Assert.Equal(
        ["/p/.graphqlrc.json(3,104): error GQL0007: Another project already makes the client 'App.Shop.ApiClient'. Give this one its own 'client' or "
            + "'namespace' under 'extensions.lathe'."],
        Run("\"client\": \"ApiClient\"", "\"client\": \"ApiClient\", \"namespace\": \"App.Shop\"", Document).Diagnostics);

    [Fact]
    public void AClientIsNotTakenForTheNamespaceOfAThird()
    {
        var outcome = new GeneratorHarness(
            ("/p/.graphqlrc.json", """
                { "projects": {
                  "a": { "schema": "shop.graphql", "documents": "q.graphql", "extensions": { "lathe": { "client": "Crm", "namespace": "App" } } },
                  "b": { "schema": "shop.graphql", "documents": "other.graphql", "extensions": { "lathe": { "client": "Shop", "namespace": "App" } } },
                  "c": { "schema": "shop.graphql", "documents": "q.graphql", "extensions": { "lathe": { "client": "Third", "namespace": "Crm.App" } } } } }
                """),
            ("/p/shop.graphql", Schema),
            ("/p/q.graphql", "query People { machines { id } }"),
            ("/p/other.graphql", "query Other { machines { id } }")).Run();

        Assert.Contains("Crm-App.PeopleQuery.g.cs", outcome.Files);
        Assert.Contains("Crm.App.PeopleQuery.g.cs", outcome.Files);
    }

    // The files of both come to be, so that the compiler can say what stands twice.
    [Theory]
    [InlineData("App", "App")]
    [InlineData("App", "app")]
    public void ANameThatTwoClientsOfANamespaceMakeDoesNotEndTheGenerator(string first, string second)
    {
        var outcome = Run($"\"namespace\": \"{first}\", \"client\": \"Shop\"", $"\"namespace\": \"{second}\", \"client\": \"Crm\"", Document);

        Assert.Contains($"Shop-{first}.MachinesQuery.g.cs", outcome.Files);
        Assert.Contains($"Crm-{second}.MachinesQuery.g.cs", outcome.Files);
        Assert.Equal(
            first == second,
            outcome.CompilationErrors()
                .Any(static error => error.Contains("'MachinesQuery' already contains a definition", StringComparison.Ordinal)));
    }

    private static RunOutcome Run(string first, string second, string secondDocument) => new GeneratorHarness(
        ("/p/.graphqlrc.json", $$"""
            { "projects": {
              "shop": { "schema": "shop.graphql", "documents": "shop/*.graphql", "extensions": { "lathe": { {{first}} } } },
              "crm": { "schema": "crm.graphql", "documents": "crm/*.graphql", "extensions": { "lathe": { {{second}} } } } } }
            """),
        ("/p/shop.graphql", Schema),
        ("/p/crm.graphql", Schema),
        ("/p/shop/q.graphql", Document),
        ("/p/crm/q.graphql", secondDocument)).Run();
}

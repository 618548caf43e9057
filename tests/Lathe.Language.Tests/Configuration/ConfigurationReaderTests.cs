using Lathe.Language.Configuration;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem;

namespace Lathe.Language.Tests.Configuration;

public sealed class ConfigurationReaderTests
{
    private const string Whole = """
        {
          "$schema": "./lathe.schema.json",
          "schema": ["schema/a.graphql", "schema/b.graphql"],
          "documents": "Queries/**/*.graphql",
          "exclude": ["Queries/Old/**"],
          "extensions": {
            "other": { "anything": 1 },
            "lathe": {
              "client": "MachineMetricsClient",
              "namespace": "MachineMetrics.Api",
              "accessibility": "internal",
              "endpoint": "https://api.machinemetrics.com/graphql",
              "scalars": { "interval": "System.TimeSpan", "Money": { "type": "Shop.Money", "converter": "Shop.MoneyConverter" } },
              "limits": { "maxDepth": 3, "maxNodes": 5, "requireListLimit": true }
            }
          }
        }
        """;

    [Fact]
    public void ReadsEveryKey()
    {
        var project = Assert.Single(Read(Whole).Projects);

        Assert.Empty(Read(Whole).Errors);
        Assert.Equal(["schema/a.graphql", "schema/b.graphql"], project.Schema.Select(pattern => pattern.Glob.Text));
        Assert.Equal("Queries/**/*.graphql", Assert.Single(project.Documents!).Glob.Text);
        Assert.Equal("Queries/Old/**", Assert.Single(project.Exclude).Glob.Text);
        var config = project.Config;
        Assert.Equal(("default", "MachineMetricsClient", "MachineMetrics.Api"), (config.ProjectName, config.Client, config.Namespace));
        Assert.Equal(ClientAccessibility.Internal, config.Accessibility);
        Assert.Equal("https://api.machinemetrics.com/graphql", config.Endpoint);
        Assert.Equal([new("Money", "Shop.Money", "Shop.MoneyConverter"), new("interval", "System.TimeSpan")], config.Scalars);
        Assert.Equal(new OperationLimits(3, 5, true), config.Limits);
    }

    [Theory]
    [InlineData("RESULT", ErrorHandling.Result, "PROPAGATE", ErrorBehavior.Propagate)]
    [InlineData("NULL", ErrorHandling.Null, "NULL", ErrorBehavior.Null)]
    [InlineData("THROW", ErrorHandling.Throw, "HALT", ErrorBehavior.Halt)]
    internal void ReadsWhatBecomesOfErrors(string caught, ErrorHandling handling, string asked, ErrorBehavior behavior)
    {
        var config = Read(
            $$"""{ "schema": "a", "extensions": { "lathe": { "catchByDefault": "{{caught}}", "onError": "{{asked}}" } } }""").Projects[0].Config;
        Assert.Equal((handling, behavior), (config.CatchByDefault, config.OnError));
    }

    [Theory]
    [InlineData("number", "long", nameof(NumberForm.Number))]
    [InlineData("string", "System.Numerics.BigInteger", nameof(NumberForm.Text))]
    [InlineData("safe", "System.Decimal", nameof(NumberForm.Safe))]
    [InlineData("safe", "global::System.Int64", nameof(NumberForm.Safe))]
    public void ReadsHowNumbersAreWritten(string write, string type, string form)
    {
        var file = Read(Scalar($$"""{ "type": "{{type}}", "write": "{{write}}" }"""));

        Assert.Empty(file.Errors);
        Assert.Equal([new("n", type, null, Enum.Parse<NumberForm>(form))], file.Projects[0].Config.Scalars);
    }

    [Theory]
    [InlineData("""{ "type": "long", "write": "text" }""", """'write' must be "number", "string" or "safe" (a string above 2^53-1), not "text".""")]
    [InlineData("""{ "type": "int", "write": "safe" }""", "'write' is for scalars that are long, decimal or System.Numerics.BigInteger, not int. Remove it.")]
    [InlineData("""{ "type": "long", "converter": "A.B", "write": "safe" }""", "'write' has no meaning beside a converter, which writes the value itself. Remove it.")]
    public void RefusesWaysToWriteThatHaveNoMeaning(string scalar, string message) =>
        Assert.Equal([message], Read(Scalar(scalar)).Errors.Select(error => error.Message));

    private static string Scalar(string value) =>
        $$$"""{ "schema": "a.graphql", "extensions": { "lathe": { "scalars": { "n": {{{value}}} } } } }""";

    [Fact]
    public void PositionsAreNotPartOfTheConfig()
    {
        var moved = Read(Whole.Replace("\n", "\n\n", StringComparison.Ordinal)).Projects[0];

        Assert.Equal(Read(Whole).Projects[0].Config, moved.Config);
        Assert.Equal(Read(Whole).Projects[0].Config.GetHashCode(), moved.Config.GetHashCode());
        Assert.NotEqual(Read(Whole.Replace("System.TimeSpan", "string", StringComparison.Ordinal)).Projects[0].Config, moved.Config);
    }

    [Fact]
    public void ProjectsAreClients()
    {
        var file = Read("""
            { "projects": {
                "shop": { "schema": "shop.graphql", "documents": "Shop/*.graphql", "extensions": { "lathe": { "client": "ShopClient" } } },
                "crm": { "schema": "crm.graphql", "documents": "Crm/*.graphql" } } }
            """);

        Assert.Empty(file.Errors);
        Assert.Equal(["shop", "crm"], file.Projects.Select(project => project.Config.ProjectName));
        Assert.Equal(new SourcePosition(3, 5), file.Projects[1].Location.Position);
    }

    [Theory]
    [InlineData("{", "(1,2): error GQL0001: Expected a property name in double quotes, found the end of the file.")]
    [InlineData("[]", "(1,1): error GQL0003: The configuration must be an object, not an array.")]
    [InlineData(
        "{\n}",
        "(1,1): error GQL0004: No 'schema' is named. Add \"schema\": \"path/to/schema.graphql\", or download one with: lathe schema download")]
    [InlineData(
        "{\"schema\":\"a\",\n\"document\":\"b\"}",
        "(2,1): error GQL0002: 'document' is not known to GraphQL Config. Did you mean \"documents\"? Known are: "
            + "$schema, schema, documents, include, exclude, extensions, projects.")]
    [InlineData("{\"schema\":1}", "(1,11): error GQL0003: 'schema' must be a string or an array of strings, not a number.")]
    [InlineData("{\"schema\":[\"a\",null]}", "(1,16): error GQL0003: An item of 'schema' must be a string, not null.")]
    [InlineData("{\"schema\":\" \"}", "(1,11): error GQL0003: 'schema' must not be empty.")]
    [InlineData(
        "{\"schema\":\"https://x.org/graphql\"}",
        "(1,11): error GQL0009: The schema 'https://x.org/graphql' is an address; a build reads files only. Download it with: "
            + "lathe schema download --endpoint https://x.org/graphql")]
    [InlineData(
        "{\"schema\":[{\"https://x.org\":{}}]}",
        "(1,12): error GQL0009: A schema with options is an address; a build reads files only. Download it with: lathe schema download")]
    [InlineData("{\"schema\":\"a\",\n\"schema\":\"b\"}", "(2,1): error GQL0010: 'schema' stands twice in this object; remove one.")]
    [InlineData(
        "{\"schema\":\"{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}\"}",
        "(1,11): error GQL0003: The braces of this pattern stand for more than 256 patterns. Use '*' instead.")]
    [InlineData("{\"projects\":[]}", "(1,13): error GQL0003: 'projects' must be an object, not an array.")]
    [InlineData(
        "{\"projects\":{\"a\":{\"schema\":\"a\"}},\"schema\":\"a\"}",
        "(1,34): error GQL0002: 'schema' is not known beside 'projects'. Known are: $schema, projects, extensions.")]
    [InlineData(
        "{\"projects\":{}}", "(1,13): error GQL0003: 'projects' holds no project. Add one, such as \"shop\": { \"schema\": \"shop.graphql\" }")]
    [InlineData(
        "{\"projects\":{\"a\":{\"schema\":\"a\",\"projects\":{}}}}",
        "(1,32): error GQL0002: 'projects' is not known to GraphQL Config. Known are: $schema, schema, documents, include, exclude, extensions.")]
    [InlineData(
        "{\"projects\":{\"a\":{\"schema\":\"a\"}},\"extensions\":{\"lathe\":{}}}",
        "(1,48): error GQL0002: 'extensions.lathe' beside 'projects' belongs to no project. Move it into the projects that it is for.")]
    [InlineData("{\"schema\":\"a\",\"extensions\":{\"Lathe\":{}}}", "(1,29): error GQL0002: 'Lathe' is not Lathe's section. Did you mean \"lathe\"?")]
    [InlineData("{\"schema\":\"a\",\"extensions\":{\"lahte\":{}}}", "(1,29): error GQL0002: 'lahte' is not Lathe's section. Did you mean \"lathe\"?")]
    [InlineData(
        "{\"schema\":[]}",
        "(1,11): error GQL0004: No 'schema' is named. Add \"schema\": \"path/to/schema.graphql\", or download one with: lathe schema download")]
    [InlineData(
        "{\"schema\":\"${SCHEMA:a.graphql}\"}",
        "(1,11): error GQL0003: 'schema' has a variable of the environment. A build reads none, so that it is the same everywhere. "
            + "Write the value itself.")]
    [InlineData(
        "{\"schema\":\"github:owner/repo#main:s.graphql\"}",
        "(1,11): error GQL0009: The schema 'github:owner/repo#main:s.graphql' is an address; a build reads files only. Download it with: "
            + "lathe schema download")]
    [InlineData(
        "{\"schema\":\"https://me:pass@x.org/graphql?key=k3y\"}",
        "(1,11): error GQL0009: The schema 'https://x.org/graphql' is an address; a build reads files only. Download it with: "
            + "lathe schema download --endpoint https://x.org/graphql")]
    [InlineData("{\"schema\":\"a\",\"documents\":{}}", "(1,27): error GQL0003: 'documents' must be a string or an array of strings, not an object.")]
    [InlineData(
        "{\"schema\":\"a\",\"documents\":[\"!b\"]}",
        "(1,28): error GQL0003: 'documents' only leaves files out. Name the files to take before that, such as \"**/*.graphql\".")]
    [InlineData("{\"schema\":\"a\",\"documents\":[\"b\",\"!\"]}", "(1,32): error GQL0003: A pattern must follow the '!', such as \"!Drafts/**\".")]
    [InlineData(
        "{\"schema\":\"a\",\"documents\":\"q/!(b).gql\"}",
        "(1,27): error GQL0003: A pattern cannot have a group after '!'. "
            + "Write {a,b} for one of several. Write a pattern of its own, with '!' before it, for what to leave out.")]
    [InlineData(
        "{\"schema\":\"a\",\n\"docu\\nments\":\"b\"}",
        "(2,1): error GQL0002: 'docu ments' is not known to GraphQL Config. Did you mean \"documents\"? Known are: "
            + "$schema, schema, documents, include, exclude, extensions, projects.")]
    public void MistakeOfAProject(string text, string expected) => AssertOnlyError(text, expected);

    [Theory]
    [InlineData("\"client\":\"1st\"", "(1,47): error GQL0003: 'client' must be a C# class name; '1st' is not a C# identifier.")]
    [InlineData("\"namespace\":\"A.class\"", "(1,50): error GQL0003: 'namespace' must be a C# namespace; 'class' is not a C# identifier.")]
    [InlineData("\"resultTypes\":\"struct\"", "(1,52): error GQL0003: 'resultTypes' must be \"record\" or \"class\", not \"struct\".")]
    [InlineData("\"accessibility\":\"private\"", "(1,54): error GQL0003: 'accessibility' must be \"public\" or \"internal\", not \"private\".")]
    [InlineData(
        "\"endpoint\":\"/graphql\"",
        "(1,49): error GQL0003: 'endpoint' must be an absolute http or https address, such as \"https://api.example.com/graphql\".")]
    [InlineData(
        "\"tokenEnv\":\"an-api-key\"",
        "(1,49): error GQL0003: 'tokenEnv' must be the name of an environment variable, such as \"API_KEY\", never a key.")]
    [InlineData(
        "\"endpoint\":\"https://u:p@x.org\"",
        "(1,49): error GQL0003: 'endpoint' must not hold a user name or password. Give keys at run time, for example with AddBearerToken.")]
    [InlineData(
        "\"endpoint\":\"https://x.org/?v=2&api_key=s3cret\"",
        "(1,49): error GQL0003: 'endpoint' must not hold a key, which 'api_key' seems to be. "
            + "Give keys at run time, for example with AddBearerToken or in an endpoint read from the configuration.")]
    [InlineData(
        "\"scalars\":{\"A\":\"x;y\"}",
        "(1,53): error GQL0003: 'x;y' is not the C# name of a type. Write it with its namespace, such as \"System.TimeSpan\".")]
    [InlineData("\"scalars\":{\"A\":{}}", "(1,53): error GQL0003: The .NET type of scalar 'A' is missing. Add \"type\": \"System.TimeSpan\".")]
    [InlineData("\"scalars\":{\"A\":1}", "(1,53): error GQL0003: The .NET type of scalar 'A' must be a string, not a number.")]
    [InlineData("\"limits\":{\"maxDepth\":0}", "(1,59): error GQL0003: 'maxDepth' must be a whole number from 1 to 2147483647.")]
    [InlineData("\"limits\":{\"requireListLimit\":1}", "(1,67): error GQL0003: 'requireListLimit' must be true or false, not a number.")]
    [InlineData(
        "\"limits\":{\"nodes\":1}",
        "(1,48): error GQL0002: 'nodes' is not known in 'limits'. Did you mean \"maxNodes\"? Known are: maxDepth, maxNodes, requireListLimit.")]
    [InlineData(
        "\"Client\":\"A\"",
        "(1,38): error GQL0002: 'Client' is not known in 'extensions.lathe'. Did you mean \"client\"? Known are: "
            + "client, namespace, accessibility, resultTypes, endpoint, tokenEnv, readInputs, schemaExtensions, scalars, limits, keepFields, "
            + "fragmentArguments, catchByDefault, onError.")]
    [InlineData(
        "\"catchByDefault\":\"throw\"", "(1,55): error GQL0003: 'catchByDefault' must be one of \"RESULT\", \"NULL\", \"THROW\", not \"throw\".")]
    [InlineData("\"onError\":1", "(1,48): error GQL0003: 'onError' must be a string, not a number.")]
    public void MistakeInTheSection(string member, string expected) =>
        AssertOnlyError($"{{\"schema\":\"a\",\"extensions\":{{\"lathe\":{{{member}}}}}}}", expected);

    [Fact]
    public void TwoClientsOfANameAreAMistake() => AssertOnlyError(
        """
        { "projects": {
            "a": { "schema": "a", "extensions": { "lathe": { "client": "C", "namespace": "N" } } },
            "b": { "schema": "b", "extensions": { "lathe": { "client": "C", "namespace": "N" } } } } }
        """,
        "(3,64): error GQL0007: Projects 'a' and 'b' both make the client 'N.C'. Give one another 'client' or 'namespace'.");

    [Theory]
    [InlineData("\"client\": \"C\"", "\"client\": \"C\"")]
    [InlineData("\"client\": \"C\", \"namespace\": \"N\"", "\"client\": \"C\"")]
    [InlineData("\"client\": \"C\", \"namespace\": \"N\"", "\"client\": \"C\", \"namespace\": \"M\"")]
    public void TwoClientsOfANameInNamespacesOfTheirOwnAreNone(string first, string second) => Assert.Empty(Read(
        $$$"""
        { "projects": {
            "a": { "schema": "a", "extensions": { "lathe": { {{{first}}} } } },
            "b": { "schema": "b", "extensions": { "lathe": { {{{second}}} } } } } }
        """).Errors);

    [Fact]
    public void MistakesComeInTheOrderOfTheText()
    {
        var errors = Read("{\"x\":1,\"schema\":2,\"extensions\":{\"lathe\":{\"y\":3}}}").Errors;

        Assert.Equal(["GQL0002", "GQL0003", "GQL0002"], errors.Select(error => error.Descriptor.Id));
    }

    private static void AssertOnlyError(string text, string expected) =>
        Assert.Equal([".graphqlrc.json" + expected], Read(text).Errors.Select(error => error.ToString()));

    [Theory]
    [InlineData(
        """{"schema":"s","extensions":{"strawberryShake":{"name":"C"}}}""",
        "c(1,29): warning GQL2017: This section is Strawberry Shake's, and Lathe does not read it. Take its settings over with: "
            + "lathe init --from-strawberry-shake")]
    [InlineData("""{"schema":"s","extensions":{"strawberryShake":{},"lathe":{}}}""")]
    [InlineData("""{"schema":"s","extensions":{"codegen":{}}}""")]
    public void AConfigurationOfStrawberryShakeAloneIsTold(string text, params string[] expected)
    {
        var errors = ConfigurationReader.Read(new SourceText("c", text), TestContext.Current.CancellationToken).Errors;
        Assert.Equal(expected, errors.Select(error => error.ToString()));
    }

    private static ConfigurationFile Read(string text) =>
        ConfigurationReader.Read(new SourceText(".graphqlrc.json", text), TestContext.Current.CancellationToken);
}

using Lathe.Language.Configuration;
using Microsoft.CodeAnalysis;

namespace Lathe.Generator.Tests.Emission;

/// <summary>
/// A client of the default name is added by a method that only its own namespace has: without a <c>using</c> the compiler asks for one.
/// </summary>
public class RegistrationTests
{
    private const string Use = "using Microsoft.Extensions.DependencyInjection; internal static class Use { internal static object "
        + "Add(IServiceCollection services) => services.AddGraphQLClient(); }";

    [Theory]
    [InlineData("using Shop; ")]
    [InlineData("", "CS1061")]
    public void TheDefaultNameMeetsNoOtherMethod(string import, params string[] errors)
    {
        var client = TestClient.Generate(
            "type Query { a: Int }", "query A { a }", new ClientConfig { Client = "GraphQLClient", Namespace = "Shop" });

        var found = client.Compile(import + Use)
            .GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(static one => one.Severity == DiagnosticSeverity.Error);

        Assert.Equal(errors, found.Select(static one => one.Id));
    }
}

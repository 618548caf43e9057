using Lathe.Generator.Tests.Emission;
using Lathe.Language.Configuration;
using Lathe.TestSupport;
using Microsoft.CodeAnalysis;

namespace Lathe.Generator.Tests.Docs;

/// <summary>The one C# listing of pages that have no more: it adds a client, and compiles.</summary>
public sealed class RegistrationListingTests
{
    [Theory]
    [InlineData("docs/configuration.md", "ShopClient")]
    [InlineData("src/Lathe.Resilience/README.md", "MachineMetricsClient")]
    public void TheListingCompiles(string page, string name)
    {
        var listing = MarkdownPage.Blocks(page).Single(static block => block.Language == "csharp").Code.Split('\n');
        var code = listing.Where(static line => !line.StartsWith("#:", StringComparison.Ordinal)
            && !line.StartsWith("using ", StringComparison.Ordinal));
        var client = TestClient.Generate(
            "type Query { shop: String }", "query Name { shop }", new ClientConfig { Client = name, Namespace = "Shop" });
        var errors = client.Compile($$"""
            using System;
            using Microsoft.Extensions.DependencyInjection;
            using Shop;

            public sealed record Host(IServiceCollection Services);

            public class Listing
            {
                public void Run(Host builder)
                {
                    {{string.Join('\n', code)}}
                }
            }
            """).GetDiagnostics(TestContext.Current.CancellationToken).Where(static one => one.Severity == DiagnosticSeverity.Error);
        Assert.True(!errors.Any(), $"{page}:\n{string.Join('\n', errors)}");
    }
}

using System.Text.RegularExpressions;
using Lathe.Generator.Tests.Emission;
using Lathe.Language.Configuration;
using Lathe.TestSupport;
using Microsoft.CodeAnalysis;

namespace Lathe.Generator.Tests.Docs;

/// <summary>The program that the README shows compiles against a client of the operation that it shows.</summary>
public sealed partial class ReadmeTests
{
    private const string Schema = """
        type Query { machines(limit: Int): [Machine!]! }
        type Machine { name: String! make: String }
        """;

    // The package that the README names.
    private const string Hosting = """
        namespace Microsoft.Extensions.Hosting
        {
            public static class Host { public static Builder CreateApplicationBuilder(string[] args) => new(); }

            public sealed class Builder
            {
                public Microsoft.Extensions.DependencyInjection.IServiceCollection Services => null!;

                public Built Build() => new();
            }

            public sealed class Built : System.IDisposable
            {
                public System.IServiceProvider Services => null!;

                public void Dispose() { }
            }
        }
        """;

    private static readonly string[] s_blocks =
        [.. MarkdownPage.Blocks("README.md").Where(static block => block.Language is "graphql" or "csharp").Select(static block => block.Code)];

    private static readonly TestClient s_client =
        TestClient.Generate(Schema, s_blocks[0], new ClientConfig { Client = "MachineMetricsClient", Namespace = "Shop" });

    [Fact]
    public void TheProgramCompiles()
    {
        var parts = Using().Split(s_blocks[1]);
        var program = "using System;\n"
            + s_blocks[1]
                .Replace(
                    parts[^1],
                    $"static class Program {{ static async System.Threading.Tasks.Task Main(string[] args) {{ {parts[^1]} }} }}",
                    StringComparison.Ordinal);
        var errors = s_client.Compile(Hosting, program)
            .GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(static one => one.Severity == DiagnosticSeverity.Error);
        Assert.True(!errors.Any(), string.Join('\n', errors));
    }

    [GeneratedRegex(@"\A(?:using [\w.]+;\n)+", RegexOptions.Multiline)]
    private static partial Regex Using();
}

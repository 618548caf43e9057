using System.Text.RegularExpressions;
using Lathe.Generator.Tests.Emission;
using Lathe.Language.Configuration;
using Lathe.TestSupport;
using Microsoft.CodeAnalysis;

namespace Lathe.Generator.Tests.Docs;

/// <summary>Each C# snippet of <c>docs/transport.md</c> compiles against the run time and a generated client.</summary>
public sealed class TransportDocumentTests
{
    private const string Schema = """
        type Query { machines(limit: Int): [Machine!]! }
        type Mutation { sendPicture(picture: Upload!): Boolean }
        scalar Upload
        type Subscription { machineChanges: Machine! }
        type Machine { id: ID! name: String! }
        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        """;

    private const string Documents = """
        query Machines($limit: Int) { machines(limit: $limit) { id name } }
        query Report($limit: Int) { machines(limit: $limit) { id ... @defer { name } } }
        mutation SendPicture($picture: Upload!) { sendPicture(picture: $picture) }
        subscription MachineChanges { machineChanges { name } }
        """;

    // What a snippet may take for granted: the names are those that readers have in their own code.
    private const string Surroundings = """
        namespace OpenTelemetry
        {
            public sealed class Telemetry
            {
                public Telemetry WithTracing(System.Action<Tracing> configure) => this;
                public Telemetry WithMetrics(System.Action<Metrics> configure) => this;
            }

            public sealed class Tracing { public Tracing AddSource(string name) => this; }

            public sealed class Metrics { public Metrics AddMeter(string name) => this; }

            public static class Extensions
            {
                public static Telemetry AddOpenTelemetry(this Microsoft.Extensions.DependencyInjection.IServiceCollection services) => new();
            }
        }

        namespace Reader
        {
            public sealed record Host(Microsoft.Extensions.DependencyInjection.IServiceCollection Services);

            public sealed class ReportsClient { public ReportsClient(System.Net.Http.HttpClient http) { } }

            public abstract class MyTokenProvider : Lathe.IBearerTokenProvider
            {
                public abstract System.Threading.Tasks.ValueTask<Lathe.BearerToken?> GetTokenAsync(Lathe.BearerTokenRequest request, System.Threading.CancellationToken stop);
            }

            public sealed class MyCostReader : Lathe.IGraphQLCostReader
            {
                public Lathe.GraphQLCostStatus? Read(Lathe.GraphQLCostAnswer answer) => null;
            }

            public interface IVault { System.Threading.Tasks.Task<string> GetAsync(string? tenant, System.Threading.CancellationToken stop); }

            public static class Assert { public static void Equal<T>(T expected, T actual) { } }
        }
        """;

    public static TheoryData<int, string> Snippets()
    {
        var data = new TheoryData<int, string>();
        foreach (var block in MarkdownPage.Blocks("docs/transport.md").Where(static block => block.Language == "csharp"))
            data.Add(block.Line, block.Code);
        return data;
    }

    [Theory]
    [MemberData(nameof(Snippets))]
    public void ASnippetCompiles(int line, string snippet)
    {
        var client = TestClient.Generate(
            Schema, Documents, new ClientConfig { Client = "MachineMetricsClient", Namespace = "MachineMetrics" });
        var errors = client.Compile(Surroundings, Program(snippet)).GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(static one => one.Severity == DiagnosticSeverity.Error);
        Assert.True(!errors.Any(), $"docs/transport.md, snippet at line {line}:\n{string.Join('\n', errors)}");
    }

    [Fact]
    public void ThereAreSnippets() => Assert.True(Snippets().Count > 10);

    // A snippet that begins with a dot goes on where a client is added; three dots stand for the reader's own code.
    private static string Program(string snippet)
    {
        var code = Regex.Replace(snippet, @"^\.\.\.$", "", RegexOptions.Multiline);
        if (code.StartsWith('.'))
            code = $"services.AddMachineMetricsClient(o => o.Endpoint = endpoint)\n{code}\n;";
        return $$"""
            using System;
            using System.Collections.Generic;
            using System.Net.Http;
            using System.Threading;
            using System.Threading.RateLimiting;
            using System.Threading.Tasks;
            using Lathe;
            using Lathe.Testing;
            using MachineMetrics;
            using Microsoft.Extensions.DependencyInjection;
            using OpenTelemetry;
            using Reader;

            public class Snippet
            {
                public required Host builder;
                public required IServiceCollection services;
                public required IServiceProvider provider;
                public required IMachineMetricsClient client;
                public required MachinesQuery.Variables variables;
                public required GraphQLClientOptions options;
                public required HttpClient httpClient;
                public required Uri endpoint, north, south;
                public required IVault vault;
                public required string key, id;
                public required byte[] bytes;
                public required System.IO.Stream stream;
                public required GraphQLFile file;

                public static Task<System.IO.Stream> OpenAsync(CancellationToken stop) => null!;

                public required DateTimeOffset expiresAt;
                public required CancellationToken stop;

                public async Task RunAsync()
                {
                    await Task.Yield();
            {{code}}
                }
            }
            """;
    }
}

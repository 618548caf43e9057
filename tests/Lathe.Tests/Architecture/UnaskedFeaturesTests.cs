using Lathe.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace Lathe.Tests.Architecture;

/// <summary>
/// What a program does not register is not linked into it: nothing that every client reaches names its code. Trimming follows the same references.
/// </summary>
public sealed class UnaskedFeaturesTests
{
    // What each of them is registered by brings it.
    private static readonly string[] s_features = ["Lathe.Batching", "Lathe.WebSockets", "Lathe.Costs", "Lathe.RateLimiting"];

    private static readonly Type[] s_ofEveryClient =
        [typeof(HttpGraphQLTransport), typeof(GraphQLServiceCollectionExtensions), typeof(BearerTokenHttpClientBuilderExtensions)];

    [Fact]
    public void AClientWithAKeyReachesNoOtherFeature() =>
        Assert.Empty(Reached(s_ofEveryClient).Where(static type => s_features.Contains(type.Key.Namespace)).Select(Path));

    [Theory]
    [InlineData(typeof(GraphQLBatchingClientBuilderExtensions), "Lathe.Batching")]
    [InlineData(typeof(GraphQLWebSocketClientBuilderExtensions), "Lathe.WebSockets")]
    [InlineData(typeof(CostLimiterHttpClientBuilderExtensions), "Lathe.Costs")]
    [InlineData(typeof(RateLimiterHttpClientBuilderExtensions), "Lathe.RateLimiting")]
    public void WhatRegistersAFeatureReachesIt(Type extensions, string feature) =>
        Assert.Contains(feature, Reached([extensions]).Select(static type => type.Key.Namespace));

    [Fact]
    public void OnlyWhatWritesFilesNamesTheCodeThatSendsThem()
    {
        string[] machinery = ["FileMap", "UploadContent", "FileContent"];
        var others =
            from type in typeof(HttpGraphQLTransport).Assembly.GetTypes()
            where type.Namespace != "Lathe.Uploads" && type != typeof(GraphQLFile)
            from named in TypeReferences.Of(type)
            where named.Namespace == "Lathe.Uploads" && machinery.Contains(named.Name)
            select $"{type.FullName} -> {named.Name}";
        Assert.Empty(others);
    }

    // Each type with the one that leads to it.
    private static Dictionary<Type, Type?> Reached(Type[] roots)
    {
        var reached = roots.ToDictionary(static root => root, static _ => (Type?)null);
        var open = new Queue<Type>(roots);
        while (open.TryDequeue(out var type))
        {
            foreach (var other in TypeReferences.Of(type))
            {
                if (other.Assembly == typeof(HttpGraphQLTransport).Assembly && reached.TryAdd(other, type))
                    open.Enqueue(other);
            }
        }

        return reached;
    }

    private static string Path(KeyValuePair<Type, Type?> step) => $"{step.Value} -> {step.Key}";
}

using Lathe.TestSupport;

namespace Lathe.Tests.Architecture;

/// <summary>
/// The namespaces of the run time in their order: one refers to those above it in this list, and to no other. Types of the root are public and known
/// to all.
/// </summary>
public sealed class LayersTests
{
    private static readonly string[] s_inOrder =
    [
        "Lathe.Buffers",
        "Lathe.Headers",
        "Lathe.Json",
        "Lathe.Paging",
        "Lathe.Secrets",
        "Lathe.Calls",
        "Lathe.Uploads",
        "Lathe.Requests",
        "Lathe.Responses",
        "Lathe.Telemetry",
        "Lathe.Incremental",
        "Lathe.Subscriptions",
        "Lathe.Authentication",
        "Lathe.Compression",
        "Lathe.RateLimiting",
        "Lathe.Costs",
        "Lathe.Resilience",
        "Lathe.Transport",
        "Lathe.Batching",
        "Lathe.WebSockets",
        "Lathe.DependencyInjection",
        "Microsoft.Extensions.DependencyInjection",
    ];

    private static readonly Type[] s_types = [.. typeof(HttpGraphQLTransport).Assembly.GetTypes().Where(IsLayered)];

    [Fact]
    public void EachNamespaceHasItsPlaceInTheOrder() =>
        Assert.Empty(s_types.Where(type => LayerOf(type) < 0).Select(type => type.FullName));

    [Fact]
    public void ReferencesBetweenNamespacesGoDownTheOrder()
    {
        var upwards =
            from type in s_types
            from other in TypeReferences.Of(type)
            where other.Assembly == type.Assembly && LayerOf(other) > LayerOf(type)
            select $"{type.FullName} -> {other.FullName}";
        Assert.Empty(upwards.Distinct());
    }

    // Compilers add types of their own to every assembly.
    private static bool IsLayered(Type type) =>
        type.Namespace is { } name
        && name != "Lathe"
        && !name.StartsWith("System", StringComparison.Ordinal)
        && !name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal);

    private static int LayerOf(Type type) => Array.IndexOf(s_inOrder, type.Namespace);
}

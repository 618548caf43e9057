using System.Globalization;
using Lathe.Generator.Pipeline;
using Lathe.Generator.Tests.Pipeline;

namespace Lathe.Generator.Tests.Binding;

/// <summary>Projects of fragments that spread each other.</summary>
internal static class Chains
{
    public const string Schema =
        "type Query { node: Node } interface Node { id: ID! last: Int! next: Node self: Node! } "
        + "type Machine implements Node { id: ID! last: Int! next: Node self: Node! } type Person implements Node { id: ID! last: Int! next: Node "
        + "self: Node! }";

    /// <summary>Makes fragments of which each spreads the next one.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="fields">What each selects beside.</param>
    public static string Of(int count, string fields) => string.Join('\n', Enumerable.Range(0, count).Select(i => string.Create(
        CultureInfo.InvariantCulture, $"fragment F{i} on Node {{ {fields} {(i + 1 < count ? $"...F{i + 1}" : "")} }}")));

    /// <summary>Compiles documents, in which nothing may be wrong.</summary>
    public static IReadOnlyList<UnitResult> Run(string documents)
    {
        var outcome = new GeneratorHarness(("/p/s.graphql", Schema), ("/p/q.graphql", documents)).Run();
        Assert.Empty(outcome.Diagnostics);
        return [.. outcome.Values([Steps.Compile]).OfType<UnitResult>()];
    }
}

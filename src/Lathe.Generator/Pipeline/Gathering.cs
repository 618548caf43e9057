using Microsoft.CodeAnalysis;

namespace Lathe.Generator.Pipeline;

/// <summary>Gathers all items of a step.</summary>
internal static class Gathering
{
    /// <summary>
    /// Gathers the items as one object, equal to itself alone. For each struct that is combined with others, a cold build compiles the driver's code
    /// anew; objects share it.
    /// </summary>
    public static IncrementalValueProvider<IReadOnlyList<T>> Gather<T>(this IncrementalValuesProvider<T> items) =>
        items.Collect().Select(static (all, _) => (IReadOnlyList<T>)all);
}

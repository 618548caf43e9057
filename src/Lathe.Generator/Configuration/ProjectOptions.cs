using Microsoft.CodeAnalysis.Diagnostics;

namespace Lathe.Generator.Configuration;

/// <summary>What the C# project says, as far as it matters here; equal by value.</summary>
/// <param name="RootNamespace">The root namespace, or null.</param>
internal sealed record ProjectOptions(string? RootNamespace)
{
    public static ProjectOptions None { get; } = new((string?)null);

    public static ProjectOptions Read(AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        options.GlobalOptions.TryGetValue("build_property.RootNamespace", out var rootNamespace);
        return new ProjectOptions(string.IsNullOrWhiteSpace(rootNamespace) ? null : rootNamespace);
    }
}

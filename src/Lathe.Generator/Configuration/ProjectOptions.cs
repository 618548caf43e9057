using Lathe.Language.Collections;
using Lathe.Language.Configuration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Lathe.Generator.Configuration;

/// <summary>What the C# project says, as far as it matters here; equal by value.</summary>
/// <param name="RootNamespace">The root namespace, or null.</param>
/// <param name="IsLive">Whether an editor compiles, where the analyzer reports and the generator is silent.</param>
/// <param name="IsFileBased">Whether the project is one C# file, as <c>dotnet run app.cs</c> builds it.</param>
/// <param name="HasClosedTypes">Whether the language has <c>closed</c> types, as C# 15 does.</param>
internal sealed record ProjectOptions(string? RootNamespace, bool IsLive, bool IsFileBased = false, bool HasClosedTypes = false)
{
    /// <summary>Gets the folder of the C# project, or null.</summary>
    public string? Folder { get; init; }

    /// <summary>Gets the projects of the configuration that the C# project names; none for those that it holds documents of.</summary>
    public EquatableList<string> Projects { get; init; } = EquatableList.Empty<string>();

    // Set by Lathe.Live.globalconfig, which only design-time builds get.
    private const string LiveKey = "lathe_live_diagnostics";

    public static ProjectOptions None { get; } = new(null, false);

    public static ProjectOptions Read(AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var isFileBased = IsTrue(options, "build_property.FileBasedProgram");
        return new ProjectOptions(Text(options, "build_property.RootNamespace"), ReadIsLive(options), isFileBased)
        {
            Folder = Text(options, "build_property.ProjectDir"),
            Projects = EquatableList.Create(ConfigurationScope.ReadNames(Text(options, "build_property.LatheProjectNames"))),
        };
    }

    /// <summary>Reads the options with what the language version allows.</summary>
    public static ProjectOptions Read((AnalyzerConfigOptionsProvider Options, ParseOptions? Language) given, CancellationToken cancellationToken) =>
        Read(given.Options, cancellationToken) with { HasClosedTypes = given.Language is { } language && ClosedTypes.AreIn(language) };

    public static bool ReadIsLive(AnalyzerConfigOptionsProvider options) => IsTrue(options, LiveKey);

    private static string? Text(AnalyzerConfigOptionsProvider options, string key) =>
        options.GlobalOptions.TryGetValue(key, out var value) && !string.IsNullOrWhiteSpace(value) ? value : null;

    private static bool IsTrue(AnalyzerConfigOptionsProvider options, string key) =>
        options.GlobalOptions.TryGetValue(key, out var value) && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
}

using Lathe.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Lathe.Generator.Unused;

/// <summary>Whether other assemblies may use a client: what they read cannot be seen from here.</summary>
internal static class Visibility
{
    private const string Property = "build_property.LatheUsage";

    /// <summary>Tells whether the project says that what itself uses counts alone: friends such as its tests do not.</summary>
    public static bool IsAlone(AnalyzerConfigOptionsProvider options) => Says(options, "alone");

    /// <summary>Tells whether the project notes what it uses, to be joined to what others use.</summary>
    public static bool IsNoted(AnalyzerConfigOptionsProvider options) => Says(options, "log");

    private static bool Says(AnalyzerConfigOptionsProvider options, string wanted) =>
        options.GlobalOptions.TryGetValue(Property, out var value) && string.Equals(value.Trim(), wanted, StringComparison.OrdinalIgnoreCase);

    public static bool IsSeenByOthers(ClientModel client, Compilation compilation)
    {
        var isLibrary = compilation.Options.OutputKind is OutputKind.DynamicallyLinkedLibrary or OutputKind.NetModule;
        return (isLibrary && client.IsPublic) || compilation.Assembly.GetAttributes().Any(
            static attribute => attribute.AttributeClass?.Name == "InternalsVisibleToAttribute");
    }
}

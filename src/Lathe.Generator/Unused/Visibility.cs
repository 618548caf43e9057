using Lathe.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Lathe.Generator.Unused;

/// <summary>Whether other assemblies may use a client: what they read cannot be seen from here.</summary>
internal static class Visibility
{
    public static bool IsSeenByOthers(ClientModel client, Compilation compilation)
    {
        var isLibrary = compilation.Options.OutputKind is OutputKind.DynamicallyLinkedLibrary or OutputKind.NetModule;
        return (isLibrary && client.IsPublic) || compilation.Assembly.GetAttributes().Any(
            static attribute => attribute.AttributeClass?.Name == "InternalsVisibleToAttribute");
    }
}

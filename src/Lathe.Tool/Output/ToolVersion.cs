using System.Reflection;

namespace Lathe.Tool.Output;

/// <summary>The tool's own version, without the commit.</summary>
internal static class ToolVersion
{
    public static string Text { get; } =
        typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}

using System.Reflection;

namespace Lathe.Generator.Diagnostics;

/// <summary>Where the page of a diagnostic can be read, if the build that made this assembly says so.</summary>
internal static class HelpLinks
{
    /// <summary>The MSBuild property, and the metadata of the assembly, that hold the address of the documents.</summary>
    public const string Property = "DocumentationAddress";

    private static readonly string? s_address = typeof(HelpLinks).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(static one => one.Key == Property)?.Value;

    /// <summary>Gets the address of a diagnostic's page; null where nobody has said where the documents are.</summary>
    public static string? For(string id) => For(s_address, id);

    /// <summary>Gets the address of a diagnostic's page below that of the documents, which ends in a slash.</summary>
    public static string? For(string? address, string id) => string.IsNullOrEmpty(address) ? null : $"{address}docs/diagnostics/{id}.md";
}

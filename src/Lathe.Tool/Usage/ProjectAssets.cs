using System.Text.Json;

namespace Lathe.Tool.Usage;

/// <summary>What restore wrote of a project: its target frameworks, and whether it may use generated clients.</summary>
/// <param name="Frameworks">The target frameworks, as the project names them.</param>
/// <param name="MayUse">Whether it refers to Lathe, directly or by way of other projects.</param>
internal sealed record ProjectAssets(IReadOnlyList<string> Frameworks, bool MayUse)
{
    /// <summary>Reads the file in an <c>obj</c> folder.</summary>
    /// <returns>What it says; null where it is not there or cannot be read.</returns>
    public static ProjectAssets? Read(string folder)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "project.assets.json")));
            var frameworks = json.RootElement.GetProperty("project").GetProperty("frameworks").EnumerateObject().Select(one => one.Name);
            var libraries = json.RootElement.GetProperty("libraries").EnumerateObject().Select(one => one.Name.Split('/')[0]);
            return new ProjectAssets([.. frameworks], libraries.Any(name => name.Equals("Lathe", StringComparison.OrdinalIgnoreCase)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException
            or InvalidOperationException)
        {
            return null;
        }
    }
}

using Lathe.Language.Text;

namespace Lathe.Tool.StrawberryShake;

/// <summary>A client as a <c>.graphqlrc.json</c> of Strawberry Shake describes it.</summary>
/// <param name="Source">The configuration.</param>
/// <param name="Folder">Its folder, relative to the C# project's; empty for that very folder.</param>
internal sealed record ShakeClient(SourceText Source, string Folder)
{
    public string? Name { get; init; }

    public string? Namespace { get; init; }

    public string? Url { get; init; }

    public bool IsInternal { get; init; }

    /// <summary>Gets the paths and globs of the schema, relative to the configuration.</summary>
    public IReadOnlyList<string> Schema { get; init; } = ["schema.graphql"];

    /// <summary>Gets the globs of the documents, relative to the configuration.</summary>
    public IReadOnlyList<string> Documents { get; init; } = ["**/*.graphql"];

    public IReadOnlyList<MigrationNote> Notes { get; init; } = [];

    /// <summary>Makes a pattern of the configuration one that starts from the C# project's folder.</summary>
    public string FromProject(string pattern)
    {
        if (Folder.Length == 0)
            return pattern;
        return pattern.StartsWith('!') ? $"!{Folder}/{Plain(pattern[1..])}" : $"{Folder}/{Plain(pattern)}";
    }

    private static string Plain(string pattern) => pattern.StartsWith("./", StringComparison.Ordinal) ? pattern[2..] : pattern;
}

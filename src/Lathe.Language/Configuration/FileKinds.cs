namespace Lathe.Language.Configuration;

/// <summary>Tells what the files of a project hold, the same for the build and the tool.</summary>
internal static class FileKinds
{
    // An introspection result names __schema after at most a few keys of its envelope.
    private const int IntrospectionPrefix = 4096;

    // The other places where GraphQL Config looks.
    private static readonly string[] s_otherConfigurations =
    [
        ".graphqlrc", ".graphqlrc.yml", ".graphqlrc.yaml", ".graphqlrc.js", ".graphqlrc.ts", ".graphqlrc.toml",
        "graphql.config.json", "graphql.config.yml", "graphql.config.yaml", "graphql.config.js", "graphql.config.ts", "graphql.config.toml",
    ];

    /// <summary>Tells whether a file may concern a project; others are never read.</summary>
    /// <param name="path">The path.</param>
    /// <returns>True for documents, JSON and the configurations of GraphQL Config.</returns>
    public static bool IsCandidate(string path) =>
        ProjectFiles.IsDocument(path) || path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || IsOtherConfiguration(path);

    /// <summary>Tells what a file holds.</summary>
    /// <param name="path">The path.</param>
    /// <param name="text">The text.</param>
    /// <returns>The kind; no text is malformed to it.</returns>
    public static FileKind Of(string path, string text)
    {
        if (ProjectFiles.IsDocument(path))
            return OfDefinition(FirstName(text));
        if (IsConfiguration(path))
            return FileKind.Configuration;
        if (IsOtherConfiguration(path))
            return FileKind.OtherConfiguration;
        var length = Math.Min(text.Length, IntrospectionPrefix);
        return text.IndexOf("\"__schema\"", 0, length, StringComparison.Ordinal) >= 0 ? FileKind.Introspection : FileKind.Other;
    }

    /// <summary>Tells whether files of a kind may be a schema, or a part of one.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>True for type definitions, extensions and introspection results.</returns>
    public static bool HoldsTypes(FileKind kind) => kind is FileKind.TypeSystem or FileKind.Extension or FileKind.Introspection;

    /// <summary>Tells whether a file is the configuration.</summary>
    /// <param name="path">The path.</param>
    /// <returns>True for <c>.graphqlrc.json</c> in any folder.</returns>
    public static bool IsConfiguration(string path) =>
        string.Equals(FileName(path), ConfigurationReader.FileName, StringComparison.OrdinalIgnoreCase);

    private static bool IsOtherConfiguration(string path) =>
        Array.Exists(s_otherConfigurations, name => string.Equals(FileName(path), name, StringComparison.OrdinalIgnoreCase));

    private static string FileName(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);

    private static FileKind OfDefinition(string name) => name switch
    {
        "schema" or "scalar" or "type" or "interface" or "union" or "enum" or "input" or "directive" => FileKind.TypeSystem,
        "extend" => FileKind.Extension,
        _ => FileKind.Executable,
    };

    /// <summary>Finds the first name behind white space, comments and a description.</summary>
    private static string FirstName(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '#')
                i = EndOfLine(text, i);
            else if (text[i] == '"')
                i = EndOfString(text, i);
            else if (!char.IsWhiteSpace(text[i]) && text[i] is not (',' or '\uFEFF'))
                return text.Substring(i, LetterCount(text, i));
        }

        return string.Empty;
    }

    private static int LetterCount(string text, int start)
    {
        var end = start;
        while (end < text.Length && text[end] is >= 'a' and <= 'z')
            end++;
        return end - start;
    }

    private static int EndOfLine(string text, int start)
    {
        var end = text.IndexOfAny(['\n', '\r'], start);
        return end < 0 ? text.Length : end;
    }

    private static int EndOfString(string text, int start)
    {
        var block = string.CompareOrdinal(text, start, "\"\"\"", 0, 3) == 0;
        for (var i = start + (block ? 3 : 1); i < text.Length; i++)
        {
            if (text[i] == '\\' && (!block || string.CompareOrdinal(text, i, "\\\"\"\"", 0, 4) == 0))
                i += block ? 3 : 1;
            else if (!block && text[i] == '"')
                return i;
            else if (block && string.CompareOrdinal(text, i, "\"\"\"", 0, 3) == 0)
                return i + 2;
        }

        return text.Length;
    }
}

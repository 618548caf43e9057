namespace Lathe.Generator.Unused;

/// <summary>What a compilation uses of generated code, by name, so that what several say can be joined, and of which files it says so.</summary>
internal sealed record UsageFacts
{
    /// <summary>Gets the name of the assembly.</summary>
    public string Assembly { get; init; } = "";

    /// <summary>Gets the target framework, such as <c>net10.0</c>.</summary>
    public string Framework { get; init; } = "";

    /// <summary>Gets a value indicating whether there is code that could not be understood.</summary>
    public bool IsBlind { get; init; }

    /// <summary>Gets the properties of the build that the generator asks for.</summary>
    public IReadOnlyList<(string Key, string Value)> Options { get; init; } = [];

    /// <summary>Gets the files that were compiled, each with the digest of its bytes.</summary>
    public IReadOnlyList<(string Path, string Digest)> Files { get; init; } = [];

    /// <summary>Gets the paths of those that are GraphQL or its configuration.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [];

    /// <summary>Gets the severities that are configured, each for a document.</summary>
    public IReadOnlyList<(string Path, string Id, string Severity)> Severities { get; init; } = [];

    /// <summary>Gets the assemblies of other projects that it was compiled against, each with its version.</summary>
    public IReadOnlyList<(string Path, string Version)> References { get; init; } = [];

    /// <summary>Gets the names of the projects whose own notes are relied on.</summary>
    public IReadOnlyList<string> Relied { get; init; } = [];

    /// <summary>Gets the properties that C# names, each with its type.</summary>
    public IReadOnlyList<(string Type, string Property)> Properties { get; init; } = [];

    /// <summary>Gets the types that come to code that cannot be seen.</summary>
    public IReadOnlyList<string> Escaped { get; init; } = [];

    /// <summary>Gets pairs of types: what sees all of the first sees all of the second.</summary>
    public IReadOnlyList<(string From, string To)> Leads { get; init; } = [];

    /// <summary>Gets the methods of clients that C# names.</summary>
    public IReadOnlyList<(string Client, string Method)> Methods { get; init; } = [];

    /// <summary>Gets the identifiers of the code.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Gets the words that <c>#if</c> leaves out.</summary>
    public IReadOnlyList<string> Disabled { get; init; } = [];
}

namespace Lathe.Generator.Pipeline;

/// <summary>The names of the pipeline's steps, as tests ask for them.</summary>
internal static class Steps
{
    /// <summary>The C# project's options.</summary>
    public const string Options = nameof(Options);

    /// <summary>The additional files with their text: one item a file.</summary>
    public const string Files = nameof(Files);

    /// <summary>Which clients to make of which files.</summary>
    public const string Plan = nameof(Plan);

    /// <summary>The schema files of a client: one item a client.</summary>
    public const string SchemaFiles = nameof(SchemaFiles);

    /// <summary>The indexed schema: one item a client.</summary>
    public const string Schema = nameof(Schema);

    /// <summary>All definitions by name; changes with every edit of a document.</summary>
    public const string Index = nameof(Index);

    /// <summary>The C# names of all types: one item a client.</summary>
    public const string Names = nameof(Names);

    /// <summary>What to compile, each with all that it depends on: one item an operation or fragment.</summary>
    public const string Units = nameof(Units);

    /// <summary>Validated and bound units.</summary>
    public const string Compile = nameof(Compile);

    /// <summary>The position-free models that files are emitted from: one item a generated file.</summary>
    public const string Models = nameof(Models);

    /// <summary>What each unit reports.</summary>
    public const string Diagnostics = nameof(Diagnostics);
}

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

    /// <summary>What units depend on beside their own files: all clients in one item, which most edits leave equal.</summary>
    public const string Scopes = nameof(Scopes);

    /// <summary>Validated and bound units: one item an operation or fragment, new when what it depends on is.</summary>
    public const string Compile = nameof(Compile);

    /// <summary>The position-free models that files are emitted from: one item a generated file.</summary>
    public const string Models = nameof(Models);

    /// <summary>The input objects and enums that operations name.</summary>
    public const string TypeUses = nameof(TypeUses);

    /// <summary>The input objects and enums that operations lead to: one item a type.</summary>
    public const string Types = nameof(Types);

    /// <summary>A bound client, input or enum; null for what the type is not.</summary>
    public const string Bind = nameof(Bind);

    /// <summary>The severities that <c>.editorconfig</c> gives the advice that there is.</summary>
    public const string Severities = nameof(Severities);

    /// <summary>What is wrong with documents, and with units and the schemas that they looked at.</summary>
    public const string Check = nameof(Check);

    /// <summary>The files of one model.</summary>
    public const string Emit = nameof(Emit);

    /// <summary>What each unit reports.</summary>
    public const string Diagnostics = nameof(Diagnostics);
}

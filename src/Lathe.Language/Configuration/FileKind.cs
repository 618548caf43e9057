namespace Lathe.Language.Configuration;

/// <summary>What a file holds, judged by its name and its first token: a schema of 50 MB is not parsed to find out.</summary>
internal enum FileKind
{
    /// <summary>Operations and fragments, or nothing.</summary>
    Executable,

    /// <summary>Type-system definitions.</summary>
    TypeSystem,

    /// <summary>Extensions of a type system.</summary>
    Extension,

    /// <summary>JSON that looks like the answer to an introspection query.</summary>
    Introspection,

    /// <summary><c>.graphqlrc.json</c>.</summary>
    Configuration,

    /// <summary>GraphQL Config in a format that is not read: YAML, a script.</summary>
    OtherConfiguration,

    /// <summary>A file of someone else.</summary>
    Other,
}

namespace Lathe.Language.TypeSystem.Indexing;

/// <summary>A type by name: its definition and extensions.</summary>
internal sealed class TypeEntry
{
    internal TypeEntry(DefinitionEntry definition, bool isBuiltIn)
    {
        Definition = definition;
        IsBuiltIn = isBuiltIn;
    }

    /// <summary>Gets the definition, or the first extension where a faulty schema has no definition.</summary>
    internal DefinitionEntry Definition { get; }

    internal bool IsBuiltIn { get; }

    /// <summary>Gets the extensions of the same kind, apart from <see cref="Definition"/>.</summary>
    internal List<DefinitionEntry> Extensions { get; } = [];

    internal DefinitionKind Kind => Definition.Kind;

    /// <summary>Gets the interfaces or members of the definition and its extensions, each once.</summary>
    internal IEnumerable<string> Names => Extensions.Count == 0
        ? Definition.Names
        : Definition.Names.Concat(Extensions.SelectMany(static extension => extension.Names)).Distinct(StringComparer.Ordinal);
}

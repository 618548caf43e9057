namespace Lathe.Language.TypeSystem.Indexing;

/// <summary>The definitions of all texts of a schema by name.</summary>
internal sealed class SchemaIndex
{
    private Dictionary<string, List<string>>? _implementations;

    internal SchemaIndex(IReadOnlyList<DefinitionEntry> entries)
    {
        Entries = entries;
        Types = new Dictionary<string, TypeEntry>(entries.Count, StringComparer.Ordinal);
        foreach (var entry in entries)
            Add(entry);
        foreach (var entry in entries)
            AddExtension(entry);
        foreach (var entry in BuiltIns.Entries)
            AddBuiltIn(entry);
    }

    /// <summary>Gets all definitions and extensions in the order of the texts, built-in ones excluded.</summary>
    internal IReadOnlyList<DefinitionEntry> Entries { get; }

    internal Dictionary<string, TypeEntry> Types { get; }

    /// <summary>Gets the names of the types in the order of the texts, built-in ones last.</summary>
    internal List<string> TypeNames { get; } = [];

    internal Dictionary<string, DefinitionEntry> Directives { get; } = new(StringComparer.Ordinal);

    internal List<string> DirectiveNames { get; } = [];

    /// <summary>Gets the extensions of directives by name, those of directives that are not defined too.</summary>
    internal Dictionary<string, List<DefinitionEntry>> DirectiveExtensions { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the schema definition and extensions.</summary>
    internal List<DefinitionEntry> SchemaDefinitions { get; } = [];

    /// <summary>Gets the definitions of names that were defined before; the first ones count.</summary>
    internal List<DefinitionEntry> Duplicates { get; } = [];

    /// <summary>Gets the object types that name an interface, in the order of the texts.</summary>
    internal IReadOnlyList<string> GetImplementations(string interfaceName)
    {
        var implementations = _implementations ??= FindImplementations();
        return implementations.TryGetValue(interfaceName, out var names) ? names : [];
    }

    private void Add(DefinitionEntry entry)
    {
        if (entry.Kind == DefinitionKind.Schema)
            SchemaDefinitions.Add(entry);
        else if (entry.Kind == DefinitionKind.Directive)
            AddDirective(entry);
        else if (!entry.IsExtension)
            AddType(entry, isBuiltIn: false);
    }

    private void AddType(DefinitionEntry entry, bool isBuiltIn)
    {
        if (Types.ContainsKey(entry.Name))
        {
            Duplicates.Add(entry);
            return;
        }

        Types.Add(entry.Name, new TypeEntry(entry, isBuiltIn));
        TypeNames.Add(entry.Name);
    }

    private void AddDirective(DefinitionEntry entry)
    {
        if (entry.IsExtension)
        {
            if (!DirectiveExtensions.TryGetValue(entry.Name, out var extensions))
                DirectiveExtensions.Add(entry.Name, extensions = []);
            extensions.Add(entry);
            return;
        }

        if (Directives.ContainsKey(entry.Name))
        {
            Duplicates.Add(entry);
            return;
        }

        Directives.Add(entry.Name, entry);
        DirectiveNames.Add(entry.Name);
    }

    private void AddExtension(DefinitionEntry entry)
    {
        if (!entry.IsExtension || !entry.IsType)
            return;
        if (!Types.TryGetValue(entry.Name, out var type))
        {
            // A built-in scalar may be extended. Any other missing type is defined elsewhere, so only its extensions count.
            if (BuiltIns.FindType(entry.Name) is { } builtIn)
                AddType(builtIn, isBuiltIn: true);
            else
                AddType(entry, isBuiltIn: false);
            type = Types[entry.Name];
        }

        if (type.Definition != entry && type.Kind == entry.Kind)
            type.Extensions.Add(entry);
    }

    private void AddBuiltIn(DefinitionEntry entry)
    {
        if (entry.Kind == DefinitionKind.Directive && !Directives.ContainsKey(entry.Name))
            AddDirective(entry);
        else if (entry.IsType && !Types.ContainsKey(entry.Name))
            AddType(entry, isBuiltIn: true);
    }

    private Dictionary<string, List<string>> FindImplementations()
    {
        var implementations = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var name in TypeNames)
        {
            var type = Types[name];
            if (type.Kind != DefinitionKind.Object)
                continue;
            foreach (var interfaceName in type.Names)
            {
                if (!implementations.TryGetValue(interfaceName, out var names))
                    implementations.Add(interfaceName, names = []);
                if (names.Count == 0 || names[names.Count - 1] != name)
                    names.Add(name);
            }
        }

        return implementations;
    }
}

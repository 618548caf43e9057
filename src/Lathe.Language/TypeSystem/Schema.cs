using System.Collections.Concurrent;
using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem.Indexing;

namespace Lathe.Language.TypeSystem;

/// <summary>A schema that parses a definition when it is first asked for (specification, section 3.3).</summary>
/// <remarks>Safe for use by several threads at once. <c>SchemaReader</c> makes one of texts.</remarks>
internal sealed class Schema
{
    private readonly SchemaIndex _index;
    private readonly DefinitionSource _definitions;
    private readonly TypeCheck _check;
    private readonly ConcurrentDictionary<string, NamedType?> _types = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DirectiveDefinition?> _directives = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, HashSet<string>> _subtypes = new(StringComparer.Ordinal);
    private readonly Lazy<RootTypes> _roots;
    private readonly IReadOnlyList<SourceText> _extensions;

    internal Schema(SchemaIndex index, DefinitionSource definitions, TypeCheck check, IReadOnlyList<SourceText> extensions)
    {
        _extensions = extensions;
        _index = index;
        _definitions = definitions;
        _check = check;
        _roots = new Lazy<RootTypes>(() => RootTypes.Find(_index, _definitions));
    }

    /// <summary>
    /// Gets the faults met so far: those of indexing, and those of the types that have been looked up since. What a client
    /// can live with, such as a field that is defined twice, is a warning. The schema's validator finds
    /// all faults of all definitions.
    /// </summary>
    public IReadOnlyList<LanguageError> Errors => NewerSyntax.ForClient(_definitions.Errors);

    /// <summary>Gets the description of the schema definition, or null.</summary>
    public string? Description => _roots.Value.Description;

    /// <summary>Gets the directives applied to the schema definition and its extensions, in their order.</summary>
    public IReadOnlyList<DirectiveSyntax> Directives => _roots.Value.Directives;

    /// <summary>Gets the names of all types, in the order of the text; then built-in scalars and introspection types.</summary>
    public IReadOnlyList<string> TypeNames => _index.TypeNames;

    /// <summary>Gets the names of all directives, in the order of the text; then built-in ones.</summary>
    public IReadOnlyList<string> DirectiveNames => _index.DirectiveNames;

    /// <summary>Gets how many definitions have been parsed so far.</summary>
    public int DefinitionsParsed => _definitions.Parsed;

    internal SchemaIndex Index => _index;

    internal DefinitionSource Definitions => _definitions;

    /// <summary>Finds a type.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The type, or null.</returns>
    public NamedType? FindType(string name)
    {
        if (_types.TryGetValue(name, out var known))
            return known;
        if (!_index.Types.TryGetValue(name, out var entry))
            return ClientDirectives.FindType(name) is { } own ? _types.GetOrAdd(name, Build(new TypeEntry(own, isBuiltIn: true))) : null;

        // One thread builds a type, so that its faults are reported once.
        lock (_types)
            return _types.TryGetValue(name, out known) ? known : _types[name] = Build(entry);
    }

    /// <summary>Tells whether a type exists, without parsing it.</summary>
    /// <param name="name">The name.</param>
    /// <returns>True when the schema defines or has built in a type of the name.</returns>
    public bool HasType(string name) => _index.Types.ContainsKey(name);

    /// <summary>Tells whether a type or directive is one that every schema has and that this one does not define itself.</summary>
    /// <param name="typeName">The name of a type.</param>
    /// <returns>True for the built-in scalars and the introspection types.</returns>
    public bool IsBuiltInType(string typeName) => _index.Types.TryGetValue(typeName, out var entry) && entry.IsBuiltIn;

    /// <summary>Tells whether a directive is one that every schema has and that this one does not define itself.</summary>
    /// <param name="directiveName">The name without <c>@</c>.</param>
    /// <returns>True for the directives of section 3.13 of the specification.</returns>
    public bool IsBuiltInDirective(string directiveName) =>
        _index.Directives.TryGetValue(directiveName, out var entry) && ReferenceEquals(entry, BuiltIns.FindDirective(directiveName));

    /// <summary>Finds a directive definition, built-in ones included.</summary>
    /// <param name="name">The name without <c>@</c>.</param>
    /// <returns>The definition, or null.</returns>
    public DirectiveDefinition? FindDirective(string name)
    {
        if (_directives.TryGetValue(name, out var known))
            return known;
        return _index.Directives.TryGetValue(name, out var entry) ? _directives.GetOrAdd(name, Build(entry)) : null;
    }

    /// <summary>Finds a directive that a document may use: one of the schema, or one by which documents speak to the client.</summary>
    /// <param name="name">The name without <c>@</c>.</param>
    /// <returns>The definition, or null.</returns>
    public DirectiveDefinition? FindDirectiveOfDocuments(string name)
    {
        if (FindDirective(name) is { } known)
            return known;
        return ClientDirectives.Find(name) is { } entry ? _directives.GetOrAdd("@" + name, _ => Build(entry)) : null;
    }

    /// <summary>Tells whether the client adds a member to the schema, so that the server does not know it.</summary>
    /// <param name="member">A field or argument.</param>
    /// <returns>False for those of the server's schema.</returns>
    public bool IsOfClient(SchemaMember member) => _extensions.Count > 0 && member.Location is { Source: var source } && _extensions.Contains(source);

    /// <summary>
    /// Tells whether a directive is for the client alone: one that it defines itself, or one by which documents speak to the client, whoever
    /// defines it.
    /// </summary>
    /// <param name="directiveName">The name without <c>@</c>.</param>
    /// <returns>False for those of the server's schema, and for one that nobody defines.</returns>
    public bool IsDirectiveOfClient(string directiveName) =>
        IsClientDirective(directiveName)
        || (_extensions.Count > 0 && _index.Directives.TryGetValue(directiveName, out var entry) && _extensions.Contains(entry.Source));

    /// <summary>Tells whether a directive is one by which documents speak to the client, such as <c>@catch</c>.</summary>
    /// <param name="directiveName">The name without <c>@</c>.</param>
    /// <returns>False where the schema defines another of that name: with another first argument.</returns>
    public bool IsClientDirective(string directiveName) =>
        ClientDirectives.Find(directiveName) is { } known
        && (!_index.Directives.ContainsKey(directiveName)
            || (FindDirective(directiveName) is { } definition && known.Syntax is DirectiveDefinitionSyntax { Arguments: [var first, ..] }
                && definition.Arguments.Any(own => own.Name == first.Name.Value
                    && own.Type.NamedType == TypeReferences.From(first.Type).NamedType)));

    /// <summary>Finds the name of the root operation type, by the schema definition or by default (section 3.3.1).</summary>
    /// <param name="operationType">The kind of operation.</param>
    /// <returns>The name, or null where the schema has none. The type need not exist in a faulty schema.</returns>
    public string? FindRootTypeName(OperationType operationType) => _roots.Value.Find(operationType);

    /// <summary>Finds the root operation type.</summary>
    /// <param name="operationType">The kind of operation.</param>
    /// <returns>The type, or null where the schema has none.</returns>
    public ObjectType? FindRootType(OperationType operationType) =>
        FindRootTypeName(operationType) is { } name ? FindType(name) as ObjectType : null;

    /// <summary>Finds a field that may be selected, <c>__typename</c> and the root's <c>__schema</c> and <c>__type</c> included.</summary>
    /// <param name="parentType">A composite type.</param>
    /// <param name="name">The name.</param>
    /// <returns>The field, or null.</returns>
    public FieldDefinition? FindField(NamedType parentType, string name)
    {
        if (name == MetaFields.TypeName.Name)
            return parentType.IsComposite ? MetaFields.TypeName : null;
        if (name is "__schema" or "__type" && parentType.Name == FindRootTypeName(OperationType.Query))
            return name == MetaFields.Schema.Name ? MetaFields.Schema : MetaFields.Type;
        return (parentType as FieldsType)?.FindField(name);
    }

    /// <summary>Gets the object types that a composite type can be at run time, without parsing them.</summary>
    /// <param name="typeName">The name of an object, interface or union type.</param>
    /// <returns>The names in the order of the text; the name itself for an object type; empty for others.</returns>
    public IReadOnlyList<string> GetPossibleTypes(string typeName)
    {
        if (!_index.Types.TryGetValue(typeName, out var entry))
            return [];
        return entry.Kind switch
        {
            DefinitionKind.Object => [typeName],
            DefinitionKind.Interface => _index.GetImplementations(typeName),
            DefinitionKind.Union => [.. entry.Names],
            _ => [],
        };
    }

    /// <summary>Tells whether a type implements an interface or is a member of a union, without parsing it.</summary>
    /// <param name="abstractTypeName">The name of an interface or union type.</param>
    /// <param name="typeName">The name of an object or interface type.</param>
    /// <returns>True when it does.</returns>
    public bool IsSubtype(string abstractTypeName, string typeName)
    {
        if (!_index.Types.TryGetValue(abstractTypeName, out var entry))
            return false;
        return entry.Kind switch
        {
            DefinitionKind.Union => NamesOf(entry).Contains(typeName),
            DefinitionKind.Interface => _index.Types.TryGetValue(typeName, out var type)
                && type.Kind is DefinitionKind.Object or DefinitionKind.Interface && NamesOf(type).Contains(abstractTypeName),
            _ => false,
        };
    }

    private HashSet<string> NamesOf(TypeEntry entry) =>
        _subtypes.GetOrAdd(entry.Definition.Name, _ => new HashSet<string>(entry.Names, StringComparer.Ordinal));

    private NamedType Build(TypeEntry entry)
    {
        var parts = new List<TypeDefinitionSyntax> { (TypeDefinitionSyntax)_definitions.Parse(entry.Definition) };
        parts.AddRange(entry.Extensions.Select(extension => (TypeDefinitionSyntax)_definitions.Parse(extension)));
        if (!entry.IsBuiltIn)
            _definitions.Report(_check(_index, parts));
        return new TypeBuilder(parts, hasLocations: !entry.IsBuiltIn).Build();
    }

    private DirectiveDefinition Build(DefinitionEntry entry)
    {
        var isBuiltIn = ReferenceEquals(entry, BuiltIns.FindDirective(entry.Name)) || ReferenceEquals(entry, ClientDirectives.Find(entry.Name));
        var parts = new List<DirectiveDefinitionSyntax> { (DirectiveDefinitionSyntax)_definitions.Parse(entry) };
        if (_index.DirectiveExtensions.TryGetValue(entry.Name, out var extensions))
            parts.AddRange(extensions.Select(extension => (DirectiveDefinitionSyntax)_definitions.Parse(extension)));
        return new MemberBuilder(hasLocations: !isBuiltIn).Build(parts);
    }
}

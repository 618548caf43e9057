using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem.Indexing;

namespace Lathe.Language.TypeSystem.Validation.Definitions;

/// <summary>What schema rules look at, and where they report.</summary>
internal sealed class SchemaContext
{
    private readonly Dictionary<string, DirectiveDefinition?> _directives = new(StringComparer.Ordinal);
    private readonly CancellationToken _cancellationToken;
    private TypeShapes? _types;
    private int _errorsBefore;

    /// <summary>Takes the definitions.</summary>
    /// <param name="definitions">All definitions and extensions in their order.</param>
    /// <param name="existing">The schema that they extend, or null where they are all there is.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    internal SchemaContext(
        IReadOnlyList<TypeSystemDefinitionSyntax> definitions, Schema? existing, CancellationToken cancellationToken)
    {
        Definitions = definitions;
        Existing = existing;
        _cancellationToken = cancellationToken;
        TypeDefinitions = new Dictionary<string, TypeDefinitionSyntax>(StringComparer.Ordinal);
        foreach (var definition in definitions)
            Add(definition);
    }

    internal IReadOnlyList<TypeSystemDefinitionSyntax> Definitions { get; }

    internal Schema? Existing { get; }

    /// <summary>Gets the types that are defined, not extended; the last of a name counts, as in the reference.</summary>
    internal Dictionary<string, TypeDefinitionSyntax> TypeDefinitions { get; }

    /// <summary>Gets the types with their extensions joined; made at first use.</summary>
    internal TypeShapes Types => _types ??= new TypeShapes(this);

    internal Suggestions Suggestions { get; } = new();

    internal List<LanguageError> Errors { get; } = [];

    /// <summary>Finds a directive: the last of the definitions, else the existing or built-in one.</summary>
    internal DirectiveDefinition? FindDirective(string name)
    {
        if (_directives.TryGetValue(name, out var known))
            return known;
        var directive = Existing?.FindDirective(name) ?? BuiltInDirective(name);
        _directives.Add(name, directive);
        return directive;
    }

    internal IEnumerable<T> DefinitionsOf<T>()
        where T : TypeSystemDefinitionSyntax
    {
        foreach (var definition in Definitions)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (definition is T wanted)
                yield return wanted;
        }
    }

    /// <summary>Runs a rule after those before it.</summary>
    internal void Check(ISchemaRule rule)
    {
        _errorsBefore = Errors.Count;
        rule.Check(this);
    }

    /// <summary>Tells the rule that runs whether it has reported enough.</summary>
    /// <exception cref="OperationCanceledException">The caller wants no more of it.</exception>
    internal bool IsFull()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        return Errors.Count - _errorsBefore >= ErrorBounds.ErrorsOfARule;
    }

    internal void Report(ErrorDescriptor descriptor, string message, params SyntaxNode?[] nodes)
    {
        var locations = nodes.Where(static node => node is not null).Select(static node => DefinitionLocation.Of(node!));
        Errors.Add(new LanguageError(descriptor, message, [.. locations.Take(ErrorBounds.PlacesOfAnError)]));
    }

    private void Add(TypeSystemDefinitionSyntax definition)
    {
        if (definition is TypeDefinitionSyntax { IsExtension: false } type)
            TypeDefinitions[type.Name.Value] = type;
        else if (definition is DirectiveDefinitionSyntax { IsExtension: false } directive)
            _directives[directive.Name.Value] = new MemberBuilder(hasLocations: true).Build([directive]);
    }

    private static DirectiveDefinition? BuiltInDirective(string name) =>
        (BuiltIns.FindDirective(name) ?? ClientDirectives.Find(name))?.Syntax is DirectiveDefinitionSyntax syntax
            ? new MemberBuilder(hasLocations: false).Build([syntax])
            : null;
}

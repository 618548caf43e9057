using Lathe.Language.Errors;
using Lathe.Language.Fragments;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation.Fragments;
using Lathe.Language.Validation.Types;

namespace Lathe.Language.Validation.Walking;

/// <summary>Where the walk is, and what the rules share: the schema, the definitions, the errors.</summary>
internal sealed class ValidationContext(
    Schema schema, DocumentIndex documents, IReadOnlyCollection<string> lostFragments, CancellationToken cancellationToken)
{
    private readonly ErrorList _errors = new(documents.Documents);

    public Schema Schema { get; } = schema;

    public bool HasErrors => _errors.Count > 0;

    public DocumentIndex Documents { get; } = documents;

    public int WorkBudget { get; init; }

    public CancellationToken CancellationToken { get; } = cancellationToken;

    public Suggestions Suggestions { get; } = new();

    public IReadOnlyCollection<string> OtherFragments { get; init; } = [];

    public LostDefinitions Lost { get; } = new(documents, lostFragments);

    public TypeOverlaps Overlaps { get; } = new(schema);

    /// <summary>Gets the facts of all operations and fragments, in the order of the documents.</summary>
    public List<DefinitionFacts> Facts { get; } = [];

    /// <summary>Gets or sets the facts of the definition that the walk is in.</summary>
    public DefinitionFacts? Current { get; set; }

    /// <summary>Gets or sets the composite type that fields are selected from, or null where it is not known.</summary>
    public NamedType? ParentType { get; set; }

    /// <summary>Gets or sets the innermost field's definition, or null where it is not known.</summary>
    public FieldDefinition? Field { get; set; }

    /// <summary>Gets or sets the named type of the innermost field, or null where it is not known.</summary>
    public NamedType? FieldType { get; set; }

    /// <summary>Gets or sets the definition of the directive that the walk is in, or null.</summary>
    public DirectiveDefinition? Directive { get; set; }

    /// <summary>Gets or sets the definition of the argument that the walk is in, or null.</summary>
    public InputValueDefinition? Argument { get; set; }

    /// <summary>Gets or sets the type expected of a value, or null where it is not known.</summary>
    public TypeReference? InputType { get; set; }

    /// <summary>Gets or sets the type expected of the object literal that the walk is in, or null.</summary>
    public TypeReference? ParentInputType { get; set; }

    /// <summary>Gets or sets the input field that the walk is in, or null.</summary>
    public InputValueDefinition? InputField { get; set; }

    /// <summary>Gets or sets a value indicating whether the argument or input field has a default value.</summary>
    public bool HasDefault { get; set; }

    public void Report(ErrorDescriptor descriptor, string message, SyntaxNode node) =>
        _errors.Add(new LanguageError(descriptor, message, [NodeLocation.Of(node)]));

    public void Report(ErrorDescriptor descriptor, string message, IReadOnlyList<SyntaxNode> nodes)
    {
        var locations = new SourceLocation[nodes.Count];
        for (var i = 0; i < locations.Length; i++)
            locations[i] = NodeLocation.Of(nodes[i]);
        _errors.Add(new LanguageError(descriptor, message, locations));
    }

    /// <summary>Adds an error that another validation found.</summary>
    public void Add(LanguageError error) => _errors.Add(error);

    public IReadOnlyList<LanguageError> SortedErrors() => _errors.Sorted();

    /// <summary>Finds the type that a reference names within its lists and non-nulls.</summary>
    public NamedType? FindNamedType(TypeReference? type) => type is null ? null : Schema.FindType(type.NamedType);
}

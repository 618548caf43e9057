using Lathe.Generator.Model;
using Lathe.Language.Advice;
using Lathe.Language.Configuration;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Binding;

/// <summary>Binds the operations, fragments, inputs and enums of one client to models. Not safe for use by several threads at once.</summary>
internal sealed class ClientBinder
{
    private readonly ClientContext _context;
    private readonly DocumentIndex _documents;
    private readonly ShapeBuilder _shapes;
    private readonly ResultBinder _results;
    private readonly InputBinder _inputs;
    private readonly Dictionary<FragmentDefinitionSyntax, ResultContainer> _fragments = [];

    /// <summary>Makes a binder.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="documents">The definitions of the client.</param>
    /// <param name="config">The client's configuration; name and namespace filled in.</param>
    /// <param name="names">The names of the types of the client's namespace.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public ClientBinder(Schema schema, DocumentIndex documents, ClientConfig config, TopLevelNames names, CancellationToken cancellationToken)
    {
        _documents = documents;
        Client = new ClientModel
        {
            ClassName = names.ClientName,
            InterfaceName = "I" + names.ClientName,
            RegistrationName = names.RegistrationName,
            Namespace = config.Namespace is { Length: > 0 } name ? CSharpNames.EscapeNamespace(name) : "",
            IsImported = config.IsImported,
            IsPublic = config.Accessibility == ClientAccessibility.Public,
            Endpoint = config.Endpoint,
            IsNameShared = names.Overlap.OfName,
            FileName = names.FileOf(names.ClientName),
            RegistrationFileName = names.FileOf(names.RegistrationName),
        };
        _context = new ClientContext(schema, Client, names, new ScalarMap(config.Scalars));
        _shapes = new ShapeBuilder(schema, documents, cancellationToken);
        _results = new ResultBinder(_context);
        _inputs = new InputBinder(_context);
    }

    public ClientModel Client { get; }

    /// <summary>Binds an operation; null when it has no name, no root type, or spreads a fragment that is missing or in a cycle.</summary>
    public OperationModel? BindOperation(OperationDefinitionSyntax operation)
    {
        if (operation.Name is not { } name || _context.Schema.FindRootType(operation.OperationType) is not { } root
            || _documents.Reach(operation.SelectionSet) is not { } fragments)
            return null;
        foreach (FragmentDefinitionSyntax fragment in fragments)
            Build(fragment);
        (var className, var methodName) = _context.Names.Operation(name.Value);
        var container = new ResultContainer(null, className, "Data", operation.SelectionSet);
        _shapes.Build(container, operation.SelectionSet, root);
        new ShapeNames(container, CSharpNames.RecordScope(className, "Data", "Variables", "Operation", "RequiredScopes", "Json")).Assign();
        var needed = RequiredScopes.Find(_context.Schema, operation, fragments);
        return new OperationModel
        {
            Name = name.Value,
            ClassName = className,
            MethodName = methodName,
            Type = operation.OperationType,
            Description = operation.Description?.Value,
            Document = new RequestDocument(_shapes.Typenames, FieldType).Write(operation, root.Name, fragments),
            IsIncremental = IncrementalDelivery.IsAskedFor(operation, fragments),
            Variables = _inputs.BindVariables(operation.VariableDefinitions),
            Data = _results.Reference(container.Root, false),
            Results = container.Shapes.Select(_results.Bind).ToEquatableArray(),
            TypeNames = UsedTypes.Of(container, _context.Schema, operation.VariableDefinitions).ToEquatableArray(),
            Scopes = needed.Scopes.ToEquatableArray(),
            IsAuthenticated = needed.IsAuthenticated,
            FileName = _context.Names.FileOf(className),
            Client = Client,
        };
    }

    /// <summary>Binds a fragment; null when its type is not known, or it spreads one that is missing or in a cycle.</summary>
    public FragmentModel? BindFragment(FragmentDefinitionSyntax fragment)
    {
        if (_documents.Reach(fragment.SelectionSet) is not { } fragments || fragments.Contains(fragment))
            return null;
        foreach (FragmentDefinitionSyntax one in fragments)
            Build(one);
        if (Build(fragment) is not { } container)
            return null;
        return new FragmentModel
        {
            Name = fragment.Name.Value,
            ClassName = container.ClassName,
            Description = fragment.Description?.Value,
            Root = _results.Bind(container.Root),
            Interface = _results.BindInterfaces(container.Root).First(),
            Results = container.Shapes.Skip(1).Select(_results.Bind).ToEquatableArray(),
            Interfaces = container.Shapes.SelectMany(_results.BindInterfaces).Skip(1).ToEquatableArray(),
            TypeNames = UsedTypes.Of(container, _context.Schema, []).ToEquatableArray(),
            FileName = _context.Names.FileOf(container.ClassName),
            Client = Client,
        };
    }

    /// <summary>Binds an input object type by its name in the schema; null for other types.</summary>
    public InputModel? BindInput(string name) => _context.Schema.FindType(name) is InputObjectType type ? _inputs.BindInput(type) : null;

    /// <summary>Binds an enum type by its name in the schema; null for other types.</summary>
    public EnumModel? BindEnum(string name) => _context.Schema.FindType(name) is EnumType type ? _inputs.BindEnum(type) : null;

    /// <summary>Gets the inputs and enums that some lead to, themselves included, in ordinal order.</summary>
    public IReadOnlyList<string> Reach(IEnumerable<string> typeNames) => UsedTypes.Closure(_context.Schema, typeNames);

    private ResultContainer? Build(FragmentDefinitionSyntax fragment)
    {
        if (_fragments.TryGetValue(fragment, out ResultContainer? known))
            return known;
        if (_context.Schema.FindType(fragment.TypeCondition.Name.Value) is not { IsComposite: true } type)
            return null;
        (var record, var className) = _context.Names.Fragment(fragment.Name.Value);
        var container = new ResultContainer(fragment, className, record, fragment.SelectionSet);
        _shapes.Build(container, fragment.SelectionSet, type);
        new ShapeNames(container, CSharpNames.RecordScope(className, record, "I" + record, "Json")).Assign();
        return _fragments[fragment] = container;
    }

    private string? FieldType(string type, string field) =>
        _context.Schema.FindType(type) is { } parent ? _context.Schema.FindField(parent, field)?.Type.NamedType : null;
}

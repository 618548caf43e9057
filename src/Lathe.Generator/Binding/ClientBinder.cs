using Lathe.Generator.Model;
using Lathe.Language.Advice;
using Lathe.Language.Configuration;
using Lathe.Language.Paging;
using Lathe.Language.Projects;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Binding;

/// <summary>Binds definitions of one client to models. Not safe for use by several threads at once.</summary>
internal sealed class ClientBinder
{
    /// <summary>The name of the method of an operation's class that reads its data.</summary>
    public const string ReaderOfData = "ReadData";

    private readonly ClientContext _context;
    private readonly ResultBinder _results;
    private readonly InputBinder _inputs;
    private readonly BindingWork _work;
    private readonly Dictionary<FragmentDefinitionSyntax, string> _texts = [];

    /// <summary>Makes a binder.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="typenames">Where <c>__typename</c> is added; serves all definitions of the client.</param>
    /// <param name="config">The client's configuration; name and namespace filled in.</param>
    /// <param name="names">The names of the types of the client's namespace.</param>
    /// <param name="work">Counts and ends the work.</param>
    public ClientBinder(Schema schema, TypenameNeeds typenames, ClientConfig config, TopLevelNames names, BindingWork work)
    {
        Client = new ClientModel
        {
            ClassName = names.ClientName,
            InterfaceName = "I" + names.ClientName,
            RegistrationName = names.RegistrationName,
            Namespace = config.Namespace is { Length: > 0 } name ? CSharpNames.EscapeNamespace(name) : "",
            IsImported = config.IsImported,
            HasClosedRecords = config.HasClosedRecords,
            HasResultClasses = config.HasResultClasses,
            ReadsInputs = config.ReadInputs,
            CatchByDefault = config.CatchByDefault,
            OnError = config.OnError,
            IsPublic = config.Accessibility == ClientAccessibility.Public,
            Endpoint = config.Endpoint,
            IsNameShared = names.Overlap.OfName,
            FileName = names.FileOf(names.ClientName),
            RegistrationFileName = names.FileOf(names.RegistrationName),
        };
        var scalars = new ScalarMap(config.Scalars, scalar => ClientContext.Qualify(Client, Client.ClassName, names.JsonConverter(scalar)));
        _context = new ClientContext(schema, Client, names, scalars, typenames);
        _work = work;
        _results = new ResultBinder(_context, work);
        _inputs = new InputBinder(_context);
    }

    public ClientModel Client { get; }

    /// <summary>Binds an operation; null when it has no name or no root type.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="spreads">The fragments that it spreads itself.</param>
    /// <param name="reached">All fragments that it reaches, in ordinal order of their names.</param>
    /// <param name="pages">The field that it reads page by page, or null.</param>
    public OperationModel? BindOperation(
        OperationDefinitionSyntax operation, IReadOnlyList<BoundFragment> spreads, IReadOnlyList<FragmentDefinitionSyntax> reached, PageField? pages)
    {
        if (operation.Name is not { } name || _context.Schema.FindRootType(operation.OperationType) is not { } root)
            return null;
        (var className, var methodName) = _context.Names.Operation(name.Value);
        var container = new ResultContainer(null, className, "Data");
        string[] members = ["Data", "Variables", "Operation", "RequiredScopes", "Json", ReaderOfData];
        var taken = CSharpNames.RecordScope([className, .. members, .. pages is null ? [] : PagerBinder.MemberNames]);
        Build(container, operation, operation.SelectionSet, root, spreads, taken);
        // With fragment arguments each operation has its own copies, which are sent.
        var hasArguments = reached.Any(static one => one.VariableDefinitions.Count > 0);
        List<FragmentDefinitionSyntax> texts = hasArguments ? [] : [.. RequestDocument.InOrder(reached)];
        var variables = _inputs.BindVariables(operation.VariableDefinitions);
        var needed = RequiredScopes.Find(_context.Schema, operation, reached);
        return new OperationModel
        {
            Name = name.Value,
            ClassName = className,
            MethodName = methodName,
            Type = operation.OperationType,
            Description = operation.Description?.Value,
            Document = new RequestDocument(_context.Typenames, FieldType, _work.CancellationToken).Write(operation, root.Name, reached),
            Fragments = texts.Select(one => _context.Qualify(_context.Names.Fragment(one.Name.Value).Record)).ToEquatableArray(),
            FragmentsLength = texts.Sum(one => Text(one).Length),
            IsIncremental = IncrementalDelivery.IsAskedFor(operation, reached, _work.CancellationToken),
            Variables = variables,
            Pager = pages is null ? null : new PagerBinder(_context, _results).Bind(pages, container.Root, methodName, variables),
            Data = _results.Reference(container.Root, false),
            Results = container.Shapes.Select(_results.Bind).ToEquatableArray(),
            TypeNames = UsedTypes.Of(container, _context, operation.VariableDefinitions, _work.CancellationToken).ToEquatableArray(),
            Scopes = needed.Scopes.ToEquatableArray(),
            IsAuthenticated = needed.IsAuthenticated,
            FileName = _context.Names.FileOf(className),
            Client = Client,
        };
    }

    /// <summary>Binds a fragment for those that spread it; null when its type is not known.</summary>
    /// <param name="fragment">The fragment.</param>
    /// <param name="spreads">The fragments that it spreads itself.</param>
    public BoundFragment? BindFragment(FragmentDefinitionSyntax fragment, IReadOnlyList<BoundFragment> spreads)
    {
        if (_context.Schema.FindType(fragment.TypeCondition.Name.Value) is not { IsComposite: true } type)
            return null;
        (var record, var className) = _context.Names.Fragment(fragment.Name.Value);
        var container = new ResultContainer(fragment, className, record);
        var taken = CSharpNames.RecordScope(className, record, "I" + record, "Json");
        var group = Build(container, fragment, fragment.SelectionSet, type, spreads, taken);
        return new BoundFragment(fragment, type, group, container);
    }

    /// <summary>Makes the model of a fragment's file.</summary>
    public FragmentModel ModelOf(BoundFragment fragment)
    {
        var container = fragment.Container;
        return new FragmentModel
        {
            Name = fragment.Definition.Name.Value,
            ClassName = container.ClassName,
            Description = fragment.Definition.Description?.Value,
            Text = fragment.Definition.VariableDefinitions.Count == 0 ? Text(fragment.Definition) : null,
            Root = _results.Bind(container.Root),
            Interface = _results.BindInterfaces(container.Root).First(),
            Results = container.Shapes.Skip(1).Select(_results.Bind).ToEquatableArray(),
            Interfaces = container.Shapes.SelectMany(_results.BindInterfaces).Skip(1).ToEquatableArray(),
            TypeNames = UsedTypes.Of(container, _context, [], _work.CancellationToken).ToEquatableArray(),
            FileName = _context.Names.FileOf(container.ClassName),
            Client = Client,
        };
    }

    /// <summary>Binds an input object type by its name in the schema; null for other types.</summary>
    public InputModel? BindInput(string name) => _context.Schema.FindType(name) is InputObjectType type ? _inputs.BindInput(type) : null;

    /// <summary>Binds an enum type by its name in the schema; null for other types.</summary>
    public EnumModel? BindEnum(string name) => _context.Schema.FindType(name) is EnumType type ? _inputs.BindEnum(type) : null;

    /// <summary>Makes the model of what lets System.Text.Json convert a scalar; null for other types.</summary>
    public ScalarConverterModel? BindScalar(string name) => _context.Schema.FindType(name) is not ScalarType ? null : new()
    {
        Scalar = _context.Scalars.Find(name),
        ClassName = _context.Names.JsonConverter(name),
        FileName = _context.Names.FileOf($"{Client.ClassName}-{_context.Names.JsonConverter(name)}"),
        Client = Client,
    };

    private string Text(FragmentDefinitionSyntax fragment)
    {
        if (!_texts.TryGetValue(fragment, out var text))
            _texts.Add(fragment, text = new RequestDocument(_context.Typenames, FieldType, _work.CancellationToken).Write(fragment));
        return text;
    }

    private FieldGroup Build(
        ResultContainer container,
        DefinitionSyntax definition,
        SelectionSetSyntax set,
        NamedType type,
        IReadOnlyList<BoundFragment> spreads,
        NameScope names)
    {
        var byDefault = CatchDirectives.DefaultOf(_context.Schema, definition, Client.CatchByDefault);
        var byName = spreads.ToDictionary(static one => one.Definition.Name.Value, StringComparer.Ordinal);
        var group = new GroupCollector(_context, container, byName, byDefault, _work).Collect(set, type);
        new ShapeBuilder(_context, container, _work).BuildRoot(group, type);
        new ShapeNames(container, names, _work.CancellationToken).Assign();
        ViewMembers.NoteExplicit(container);
        return group;
    }

    private string? FieldType(string type, string field) =>
        _context.Schema.FindType(type) is { } parent ? _context.Schema.FindField(parent, field)?.Type.NamedType : null;
}

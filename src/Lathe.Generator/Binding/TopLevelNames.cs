using Lathe.Language.Configuration;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Binding;

/// <summary>The names of all types in a client's namespace, each different from all others also when case is ignored.</summary>
internal sealed class TopLevelNames
{
    private static readonly HashSet<string> s_membersOfEnums = new(
        [.. CSharpNames.MembersOfRecords, .. CSharpNames.EnumMembers, CSharpNames.InputMember], StringComparer.OrdinalIgnoreCase);

    private readonly Schema _schema;
    private readonly NameScope _scope;
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _typesByClrName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (string Class, string Method)> _operations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Record, string Class)> _fragments = new(StringComparer.Ordinal);
    private readonly FileNames _files;

    /// <summary>Names everything, in ordinal order of the GraphQL names.</summary>
    /// <param name="schema">The schema; its types come first.</param>
    /// <param name="config">The client, which comes before all else.</param>
    /// <param name="operations">The names and kinds of all operations.</param>
    /// <param name="fragments">The names of all fragments.</param>
    /// <param name="overlap">What other clients of the build have as well.</param>
    public TopLevelNames(
        Schema schema,
        ClientConfig config,
        IEnumerable<NamedOperation> operations,
        IEnumerable<string> fragments,
        ClientOverlap overlap)
    {
        (_schema, Overlap) = (schema, overlap);
        ClientName = config.Client ?? "GraphQLClient";
        RegistrationName = ClientName + "Registration";
        // In the global namespace a type with such a name would hide a namespace that generated code uses.
        string[] namespaces = string.IsNullOrEmpty(config.Namespace) ? ["System", "Microsoft", "Lathe"] : [];
        string[] reserved = [ClientName, "I" + ClientName, RegistrationName, .. namespaces];
        _scope = CSharpNames.RecordScope(reserved);
        NameTypes(new NameScope(reserved));
        var methods = CSharpNames.ClassScope(ClientName, "Transport", "SendAsync", "SubscribeAsync");
        foreach (var operation in operations.OrderBy(static one => one.Name, StringComparer.Ordinal))
            _operations[operation.Name] = NameOperation(operation, methods);
        foreach (var fragment in fragments.OrderBy(static one => one, StringComparer.Ordinal))
            _fragments[fragment] = NameFragment(fragment);
        string[] types = [.. _operations.Values.Select(static one => one.Class), .. _fragments.Values.Select(static one => one.Class)];
        _files = new FileNames(config, overlap, types);
    }

    public string ClientName { get; }

    public string RegistrationName { get; }

    /// <summary>Gets the names of an operation's static class and of the client's method.</summary>
    public (string Class, string Method) Operation(string name) => _operations[name];

    /// <summary>
    /// Gets the name of the method that gives an operation's result as its parts come, from the name of the one that gives the whole.
    /// </summary>
    public static string InParts(string method) => method.Insert(method.LastIndexOf("Async", StringComparison.Ordinal), "InParts");

    /// <summary>Gets the names of a fragment's record and of its static class; its interface has an I before the record's name.</summary>
    public (string Record, string Class) Fragment(string name) => _fragments[name];

    /// <summary>Gets what other clients of the build have as well.</summary>
    public ClientOverlap Overlap { get; }

    /// <summary>Gets the name of the file that declares a type of the client's namespace.</summary>
    public string FileOf(string className) => _files.Of(className);

    /// <summary>Gets the name of an input or enum.</summary>
    public string Type(string name) => _types[name];

    /// <summary>Gets the name of the class within the client by which System.Text.Json converts a scalar.</summary>
    public string JsonConverter(string scalar)
    {
        // Built-in scalars are not among the types of a schema. No type's name begins with an underscore and a letter.
        var name = (_types.TryGetValue(scalar, out var type) ? type : "_" + scalar) + "Json";
        return name == ClientName ? name + "_" : name;
    }

    private void NameTypes(NameScope scope)
    {
        foreach (var name in _schema.TypeNames.Distinct(StringComparer.Ordinal).OrderBy(static one => one, StringComparer.Ordinal))
        {
            var clrName = scope.Take(TypeName(name));
            _types[name] = clrName;
            _typesByClrName[clrName] = name;
        }
    }

    // An enum or input named as a member that each of them has. Only such a type is parsed here.
    private string TypeName(string name)
    {
        var pascal = CSharpNames.Type(name);
        return !s_membersOfEnums.Contains(pascal) ? pascal : _schema.FindType(name) switch
        {
            EnumType => pascal + "Enum",
            InputObjectType when pascal is nameof(ToString) or CSharpNames.InputMember => pascal + "Input",
            _ => pascal,
        };
    }

    private (string Class, string Method) NameOperation(NamedOperation operation, NameScope methods)
    {
        var kind = operation.Type.ToString();
        var pascal = CSharpNames.Type(operation.Name);
        var className = _scope.Take(IsNoType, pascal.EndsWith(kind, StringComparison.OrdinalIgnoreCase) ? pascal : pascal + kind);
        // With @defer or @stream an operation has a second method. The second name is reserved for it.
        var method = methods.Take(candidate => methods.IsFree(InParts(candidate)), pascal + "Async");
        methods.Reserve(InParts(method));
        return (className, method);
    }

    private (string Record, string Class) NameFragment(string name)
    {
        const string Suffix = "Fragment";
        var pascal = CSharpNames.Type(name);
        var record = _scope.Take(
            candidate => IsNoType(candidate) && IsNoType("I" + candidate) && _scope.IsFree("I" + candidate), pascal, pascal + "Data");
        _scope.Reserve("I" + record);
        var className = record.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase) ? record + "Types" : record + Suffix;
        return (record, _scope.Take(IsNoType, className));
    }

    // Object types have no name at this level, and a type is parsed only on demand.
    private bool IsNoType(string clrName) =>
        !_typesByClrName.TryGetValue(clrName, out var name) || _schema.FindType(name) is not (EnumType or InputObjectType);
}

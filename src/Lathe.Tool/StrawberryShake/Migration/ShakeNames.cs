using Lathe.Language.Syntax;

namespace Lathe.Tool.StrawberryShake.Migration;

/// <summary>An operation by the names that C# has for it here and there.</summary>
internal sealed record ShakeOperation(string Name, OperationType Type, IReadOnlyList<VariableDefinitionSyntax> Variables)
{
    /// <summary>Gets the name without its kind's suffix doubled: the class of the operation in generated code.</summary>
    public string ClassName => Name.EndsWith(Type.ToString(), StringComparison.OrdinalIgnoreCase) ? Name : Name + Type;

    public string MethodName => Name + "Async";

    /// <summary>Gets a value indicating whether a method takes the variables in another order: those that may be left out come last.</summary>
    public bool IsReordered => Variables.SkipWhile(IsRequired).Any(IsRequired);

    private static bool IsRequired(VariableDefinitionSyntax variable) => variable is { Type: NonNullTypeSyntax, DefaultValue: null };
}

/// <summary>The names that Strawberry Shake's C# has for the operations of a project.</summary>
internal sealed class ShakeNames
{
    private readonly Dictionary<string, ShakeOperation> _operations = new(StringComparer.Ordinal);

    public ShakeNames(IEnumerable<OperationDefinitionSyntax> operations, IEnumerable<string> clients)
    {
        foreach (var operation in operations.Where(one => one.Name is not null))
        {
            var name = Pascal(operation.Name!.Value);
            var made = new ShakeOperation(name, operation.OperationType, operation.VariableDefinitions);
            _operations.TryAdd(name, made);
            _operations.TryAdd(char.ToUpperInvariant(operation.Name.Value[0]) + operation.Name.Value[1..], made);
        }

        Clients = [.. clients];
    }

    /// <summary>Gets the class names of the clients.</summary>
    public IReadOnlyList<string> Clients { get; }

    public ShakeOperation? Find(string name) => _operations.GetValueOrDefault(name);

    /// <summary>Finds the operation whose result an interface is: <c>IGetPeopleResult</c>.</summary>
    public ShakeOperation? OfResult(string type) =>
        type.StartsWith('I') && type.EndsWith("Result", StringComparison.Ordinal) ? Find(type[1..^"Result".Length]) : null;

    /// <summary>Finds the operation that an interface sends: <c>IGetPeopleQuery</c>.</summary>
    public ShakeOperation? OfSender(string type)
    {
        foreach (var kind in Enum.GetValues<OperationType>())
        {
            if (type.StartsWith('I') && type.EndsWith(kind.ToString(), StringComparison.Ordinal)
                && (Find(type[1..]) ?? Find(type[1..^kind.ToString().Length])) is { } found && found.Type == kind)
                return found;
        }

        return null;
    }

    /// <summary>Finds the operation that a type of its answer belongs to: <c>IGetPeople_People_Nodes</c>.</summary>
    public ShakeOperation? OfPart(string type)
    {
        var end = type.IndexOf('_', StringComparison.Ordinal);
        if (end < 1)
            return null;
        return Find(type[..end]) ?? (type[0] == 'I' ? Find(type[1..end]) : null);
    }

    private static string Pascal(string name) =>
        string.Concat(name.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
}

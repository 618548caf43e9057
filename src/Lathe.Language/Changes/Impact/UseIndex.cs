using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation;

namespace Lathe.Language.Changes.Impact;

/// <summary>What the documents of a project use of a schema.</summary>
internal sealed class UseIndex
{
    private readonly Dictionary<string, HashSet<string>> _reachable = new(StringComparer.Ordinal);

    public UseIndex(Schema schema, IReadOnlyList<DocumentSyntax> documents, CancellationToken cancellationToken)
    {
        Schema = schema;
        Documents = new DocumentIndex(documents);
        Owners = new FragmentOwners(Documents);
        new UseWalker(this, cancellationToken).Walk();
    }

    public Schema Schema { get; }

    public DocumentIndex Documents { get; }

    public FragmentOwners Owners { get; }

    /// <summary>Gets selected fields by <c>Type.field</c>.</summary>
    public UseTable<FieldUse> Fields { get; } = new();

    /// <summary>Gets selected fields by the named type that they answer with.</summary>
    public UseTable<FieldUse> Outputs { get; } = new();

    /// <summary>Gets type conditions by their type.</summary>
    public UseTable<ConditionUse> Conditions { get; } = new();

    /// <summary>Gets written-out input objects by their type.</summary>
    public UseTable<ObjectUse> Objects { get; } = new();

    /// <summary>Gets written-out enum values by <c>Enum.VALUE</c>.</summary>
    public UseTable<Use> EnumValues { get; } = new();

    /// <summary>Gets directives by their name.</summary>
    public UseTable<DirectiveUse> Directives { get; } = new();

    public List<VariableUse> Variables { get; } = [];

    /// <summary>Finds the variables through which values of an input type may be sent, also within other input objects.</summary>
    public IEnumerable<VariableUse> VariablesThatReach(string type) =>
        Variables.Where(variable => Reachable(variable.Type).Contains(type));

    private HashSet<string> Reachable(string type)
    {
        if (_reachable.TryGetValue(type, out var known))
            return known;
        var types = new HashSet<string>(StringComparer.Ordinal) { type };
        var pending = new Stack<string>([type]);
        while (pending.Count > 0)
        {
            if (Schema.FindType(pending.Pop()) is not InputObjectType input)
                continue;
            foreach (var field in input.Fields)
            {
                if (types.Add(field.Type.NamedType))
                    pending.Push(field.Type.NamedType);
            }
        }

        return _reachable[type] = types;
    }
}

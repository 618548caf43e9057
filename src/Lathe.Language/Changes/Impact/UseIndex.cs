using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;
using Lathe.Language.Fragments;

namespace Lathe.Language.Changes.Impact;

/// <summary>What the documents of a project use of a schema.</summary>
internal sealed class UseIndex
{
    private readonly Dictionary<string, Dictionary<string, Step?>> _ways = new(StringComparer.Ordinal);

    public UseIndex(Schema schema, IReadOnlyList<DocumentSyntax> documents, CancellationToken cancellationToken)
    {
        Schema = schema;
        Documents = new DocumentIndex(documents, cancellationToken);
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
    public IEnumerable<ReachingVariable> VariablesThatReach(string type)
    {
        foreach (var variable in Variables)
        {
            var ways = Ways(variable.Type);
            if (ways.ContainsKey(type))
                yield return Reach(variable, ways, type);
        }
    }

    private static ReachingVariable Reach(VariableUse variable, Dictionary<string, Step?> ways, string type)
    {
        var path = new List<string>();
        var isCertain = variable.Variable.Type is NonNullTypeSyntax { NullableType: NamedTypeSyntax };
        for (var step = ways[type]; step is not null; step = ways[step.From])
        {
            path.Add(step.Field.Name);
            isCertain &= step.Field.Type is NonNullTypeReference { NullableType: NamedTypeReference };
        }

        path.Reverse();
        return new ReachingVariable(variable, path, isCertain);
    }

    /// <summary>Finds the shortest way to each type that values of an input type may hold.</summary>
    private Dictionary<string, Step?> Ways(string type)
    {
        if (_ways.TryGetValue(type, out var known))
            return known;
        var ways = new Dictionary<string, Step?>(StringComparer.Ordinal) { [type] = null };
        var pending = new Queue<string>([type]);
        while (pending.Count > 0)
        {
            var from = pending.Dequeue();
            if (Schema.FindType(from) is not InputObjectType input)
                continue;
            foreach (var field in input.Fields)
            {
                if (ways.ContainsKey(field.Type.NamedType))
                    continue;
                ways.Add(field.Type.NamedType, new Step(from, field));
                pending.Enqueue(field.Type.NamedType);
            }
        }

        return _ways[type] = ways;
    }

    private sealed record Step(string From, InputValueDefinition Field);
}

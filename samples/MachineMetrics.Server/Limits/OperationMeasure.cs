using GraphQLParser.AST;

namespace MachineMetrics.Server.Limits;

/// <summary>How large an operation is.</summary>
/// <param name="Depth">How deep its nodes nest; a node is a field with a selection set.</param>
/// <param name="Nodes">How many nodes it has with every fragment expanded.</param>
internal readonly record struct Measure(int Depth, long Nodes)
{
    // Fragments that spread each other twice multiply; past this it matters no more how many there are.
    private const long Many = int.MaxValue;

    public Measure Beside(Measure other) => new(Math.Max(Depth, other.Depth), Math.Min(Nodes + other.Nodes, Many));

    public Measure Below() => new(Depth + 1, Math.Min(Nodes + 1, Many));
}

/// <summary>Measures operations; each fragment once, so that the cost is linear in the document.</summary>
internal sealed class OperationMeasure
{
    private readonly Dictionary<string, GraphQLFragmentDefinition> fragments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Measure> measured = new(StringComparer.Ordinal);

    private OperationMeasure(GraphQLDocument document)
    {
        foreach (var fragment in document.Definitions.OfType<GraphQLFragmentDefinition>())
            fragments.TryAdd(fragment.FragmentName.Name.StringValue, fragment);
    }

    public static Measure Of(GraphQLDocument document, GraphQLOperationDefinition operation) =>
        new OperationMeasure(document).Of(operation.SelectionSet);

    private Measure Of(GraphQLSelectionSet? selections) =>
        selections?.Selections.Aggregate(default(Measure), (sum, selection) => sum.Beside(Of(selection))) ?? default;

    private Measure Of(ASTNode selection) => selection switch
    {
        // Introspection is how tools learn the schema; it is not bounded.
        GraphQLField field when field.Name.StringValue.StartsWith("__", StringComparison.Ordinal) => default,
        GraphQLField { SelectionSet: { } below } => Of(below).Below(),
        GraphQLInlineFragment fragment => Of(fragment.SelectionSet),
        GraphQLFragmentSpread spread => OfFragment(spread.FragmentName.Name.StringValue),
        _ => default,
    };

    private Measure OfFragment(string name)
    {
        if (measured.TryGetValue(name, out var known))
            return known;
        measured[name] = default; // A fragment that reaches itself is another rule's error.
        return measured[name] = fragments.TryGetValue(name, out var fragment) ? Of(fragment.SelectionSet) : default;
    }
}

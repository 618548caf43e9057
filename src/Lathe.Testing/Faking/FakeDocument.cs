using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Lathe.Language.Syntax;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;

namespace Lathe.Testing.Faking;

/// <summary>The document of an operation with the schema that it is of.</summary>
internal sealed class FakeDocument
{
    private readonly ConcurrentDictionary<string, FakePlan> _plans = new(StringComparer.Ordinal);
    private readonly string[] _conditions;

    public FakeDocument(FakeSchema schema, string name, string text)
    {
        Schema = schema;
        var document = DocumentParser.Parse(new SourceText(name + ".graphql", text));
        Operation = document.Definitions.OfType<OperationDefinitionSyntax>().First();
        Fragments = document.Definitions.OfType<FragmentDefinitionSyntax>().ToDictionary(static one => one.Name.Value, StringComparer.Ordinal);
        RootType = schema.Schema.FindRootType(Operation.OperationType)?.Name
            ?? throw Misfit($"the schema has no type for a {Operation.OperationType}");
        var sets = Fragments.Values.Select(static one => one.SelectionSet).Prepend(Operation.SelectionSet);
        _conditions = [.. sets.SelectMany(ConditionVariables.Of).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    public FakeSchema Schema { get; }

    public OperationDefinitionSyntax Operation { get; }

    public IReadOnlyDictionary<string, FragmentDefinitionSyntax> Fragments { get; }

    public string RootType { get; }

    /// <summary>Gets the plan of what is in an answer whatever the variables of conditions say.</summary>
    public FakePlan LeastPlan => _plans.GetOrAdd("least", _ => new FakePlan(this, static _ => null, leavesOut: true));

    /// <summary>Gets the plan under the values of the variables of conditions.</summary>
    /// <param name="variables">The variables that are sent; null to have all that may be left out.</param>
    public FakePlan Plan(JsonElement? variables)
    {
        if (variables is not { } sent || _conditions.Length == 0)
            return _plans.GetOrAdd("", _ => new FakePlan(this, static _ => null));
        var values = _conditions.ToDictionary(static name => name, name => ValueOf(sent, name), StringComparer.Ordinal);
        var key = new StringBuilder("=");
        foreach (var name in _conditions)
            key.Append(values[name] switch { true => '1', false => '0', _ => '-' });
        return _plans.GetOrAdd(key.ToString(), _ => new FakePlan(this, name => values.GetValueOrDefault(name)));
    }

    public InvalidOperationException Misfit(string what) => new(
        $"{Operation.Name?.Value} does not fit the schema of {Schema.Origin}: {what}. Build the test project again, so that it has the "
            + "schema of the client.");

    private bool? ValueOf(JsonElement sent, string name)
    {
        if (sent.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return value.GetBoolean();
        var definition = Operation.VariableDefinitions.FirstOrDefault(one => one.Variable.Name.Value == name);
        return definition?.DefaultValue is BooleanValueSyntax literal ? literal.Value : null;
    }
}

using System.Text.Json.Nodes;
using Lathe.Generator.Binding;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Tests.RoundTrip;

/// <summary>
/// Executes an operation with random values (specification, section 6.3): what a server could answer, also one whose schema has grown by a type.
/// </summary>
internal sealed class RandomResponse
{
    private const string NewType = "TypeOfTomorrow";

    private readonly Random _random;
    private readonly Schema _schema;
    private readonly Dictionary<string, FragmentDefinitionSyntax> _fragments;
    private readonly Dictionary<string, bool> _variables;
    private readonly ScalarMap _scalars;
    private readonly bool _hasNulls;
    private int _objectsLeft;

    /// <param name="schema">The schema.</param>
    /// <param name="document">The operation with its fragments.</param>
    /// <param name="seed">Chooses the values.</param>
    /// <param name="mostObjects">How many objects there may be before lists are empty and what may be null is.</param>
    /// <param name="scalars">The types that scalars are mapped to.</param>
    /// <param name="hasNulls">Whether anything is null.</param>
    public RandomResponse(
        Schema schema, DocumentSyntax document, int seed, int mostObjects = int.MaxValue, ScalarMap? scalars = null, bool hasNulls = true)
    {
        _scalars = scalars ?? new ScalarMap([]);
        _hasNulls = hasNulls;
        _schema = schema;
        _objectsLeft = mostObjects;
        _random = new Random(seed);
        _variables = new() { ["yes"] = _random.Next(4) > 0, ["no"] = _random.Next(4) == 0 };
        _fragments = document.Definitions.OfType<FragmentDefinitionSyntax>().ToDictionary(fragment => fragment.Name.Value);
        var operation = document.Definitions.OfType<OperationDefinitionSyntax>().First();
        var root = schema.FindRootType(operation.OperationType)!.Name;
        Data = ReadObject(root, root, [operation.SelectionSet]);
    }

    public JsonObject Data { get; }

    /// <param name="typeName">The object's type.</param>
    /// <param name="known">The type in the schema: the object's own, or for a new type the one that the field has.</param>
    /// <param name="selectionSets">What is selected of it.</param>
    private JsonObject ReadObject(string typeName, string known, IEnumerable<SelectionSetSyntax> selectionSets)
    {
        _objectsLeft--;
        var groups = new List<(string Key, List<FieldSyntax> Fields)>();
        foreach (var selectionSet in selectionSets)
            Collect(known, selectionSet, groups);
        var result = new JsonObject();
        foreach (var (key, fields) in groups)
            result[key] = fields[0].Name.Value == "__typename"
                ? typeName
                : Complete(_schema.FindField(_schema.FindType(known)!, fields[0].Name.Value)!.Type, fields);
        return result;
    }

    private void Collect(string type, SelectionSetSyntax selectionSet, List<(string Key, List<FieldSyntax> Fields)> groups)
    {
        foreach (var selection in selectionSet.Selections.Where(selection => selection.Directives.All(Holds)))
        {
            switch (selection)
            {
                case FieldSyntax field when groups.Find(group => group.Key == field.ResponseKey) is { Fields: { } fields }:
                    fields.Add(field);
                    break;
                case FieldSyntax field:
                    groups.Add((field.ResponseKey, [field]));
                    break;
                case InlineFragmentSyntax inline when Applies(type, inline.TypeCondition):
                    Collect(type, inline.SelectionSet, groups);
                    break;
                case FragmentSpreadSyntax spread when Applies(type, _fragments[spread.Name.Value].TypeCondition):
                    Collect(type, _fragments[spread.Name.Value].SelectionSet, groups);
                    break;
            }
        }
    }

    private bool Holds(DirectiveSyntax directive)
    {
        if (directive.Name.Value is not ("include" or "skip") || directive.Arguments[0].Value is not VariableSyntax variable)
            return true;
        if (!_variables.TryGetValue(variable.Name.Value, out var value))
            _variables[variable.Name.Value] = value = _random.Next(2) == 0;
        return value == (directive.Name.Value == "include");
    }

    private bool Applies(string type, NamedTypeSyntax? condition) =>
        condition is null || condition.Name.Value == type || _schema.IsSubtype(condition.Name.Value, type);

    private JsonNode? Complete(TypeReference type, List<FieldSyntax> fields)
    {
        if (_hasNulls && !type.IsNonNull && (_objectsLeft < 0 || _random.Next(4) == 0))
            return null;
        return type.Nullable switch
        {
            ListTypeReference list =>
                new JsonArray([.. Enumerable.Range(0, _objectsLeft < 0 ? 0 : _random.Next(12)).Select(_ => Complete(list.ItemType, fields))]),
            var named => Value(_schema.FindType(named.NamedType)!, fields),
        };
    }

    private JsonNode? Value(NamedType type, List<FieldSyntax> fields)
    {
        if (type is EnumType enumType)
            return _random.Next(8) == 0 ? "VALUE_OF_TOMORROW" : enumType.Values[_random.Next(enumType.Values.Count)].Name;
        if (type is ScalarType)
            return RandomScalar.Next(_random, _scalars.Find(type.Name).Kind);
        var possible = _schema.GetPossibleTypes(type.Name);
        var sets = fields.Select(field => field.SelectionSet!);
        if (possible.Count == 0 || (type.IsAbstract && _random.Next(8) == 0))
            return ReadObject(NewType, type.Name, sets);
        var typeName = possible[_random.Next(possible.Count)];
        return ReadObject(typeName, typeName, sets);
    }
}

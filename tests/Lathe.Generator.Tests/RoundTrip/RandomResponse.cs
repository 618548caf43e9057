using System.Text.Json.Nodes;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Tests.RoundTrip;

/// <summary>Executes an operation with random values (specification, section 6.3): what a server could answer.</summary>
internal sealed class RandomResponse
{
    private readonly Random _random;
    private readonly Schema _schema;
    private readonly Dictionary<string, FragmentDefinitionSyntax> _fragments;

    public RandomResponse(Schema schema, DocumentSyntax document, int seed)
    {
        _schema = schema;
        _random = new Random(seed);
        _fragments = document.Definitions.OfType<FragmentDefinitionSyntax>().ToDictionary(fragment => fragment.Name.Value);
        var operation = document.Definitions.OfType<OperationDefinitionSyntax>().First();
        Data = ReadObject("Query", [operation.SelectionSet]);
    }

    public JsonObject Data { get; }

    private JsonObject ReadObject(string typeName, IEnumerable<SelectionSetSyntax> selectionSets)
    {
        var groups = new List<(string Key, List<FieldSyntax> Fields)>();
        foreach (var selectionSet in selectionSets)
            Collect(typeName, selectionSet, groups);
        var result = new JsonObject();
        foreach (var (key, fields) in groups)
            result[key] = Complete(typeName, fields);
        return result;
    }

    private void Collect(string typeName, SelectionSetSyntax selectionSet, List<(string Key, List<FieldSyntax> Fields)> groups)
    {
        foreach (var selection in selectionSet.Selections)
        {
            switch (selection)
            {
                case FieldSyntax field when groups.Find(group => group.Key == field.ResponseKey) is { Fields: { } fields }:
                    fields.Add(field);
                    break;
                case FieldSyntax field:
                    groups.Add((field.ResponseKey, [field]));
                    break;
                case InlineFragmentSyntax inline when Applies(typeName, inline.TypeCondition):
                    Collect(typeName, inline.SelectionSet, groups);
                    break;
                case FragmentSpreadSyntax spread when Applies(typeName, _fragments[spread.Name.Value].TypeCondition):
                    Collect(typeName, _fragments[spread.Name.Value].SelectionSet, groups);
                    break;
            }
        }
    }

    private bool Applies(string typeName, NamedTypeSyntax? condition) =>
        condition is null || _schema.GetPossibleTypes(condition.Name.Value).Contains(typeName);

    private JsonNode? Complete(string typeName, List<FieldSyntax> fields)
    {
        if (fields[0].Name.Value == "__typename")
            return typeName;
        var definition = _schema.FindField(_schema.FindType(typeName)!, fields[0].Name.Value)!;
        return Complete(definition.Type, fields);
    }

    private JsonNode? Complete(TypeReference type, List<FieldSyntax> fields)
    {
        if (!type.IsNonNull && _random.Next(4) == 0)
            return null;
        return type.Nullable switch
        {
            ListTypeReference list => new JsonArray([.. Enumerable.Range(0, _random.Next(12)).Select(_ => Complete(list.ItemType, fields))]),
            var named => Value(_schema.FindType(named.NamedType)!, fields),
        };
    }

    private JsonNode? Value(NamedType type, List<FieldSyntax> fields)
    {
        if (type is EnumType enumType)
            return _random.Next(8) == 0 ? "VALUE_OF_TOMORROW" : enumType.Values[_random.Next(enumType.Values.Count)].Name;
        if (type is ScalarType)
            return RandomScalar.Next(_random, type.Name);
        var possible = _schema.GetPossibleTypes(type.Name);
        if (possible.Count == 0)
            return null;
        return ReadObject(possible[_random.Next(possible.Count)], fields.Select(field => field.SelectionSet!));
    }
}

using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using GraphQL.Types;
using GraphQLParser.AST;

namespace MachineMetrics.Server.Schema;

/// <summary>Any JSON value.</summary>
internal sealed class JsonScalar : ScalarGraphType
{
    public JsonScalar(string name) => Name = name;

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLNullValue => null,
        GraphQLStringValue text => JsonValue.Create(text.Value.ToString()),
        GraphQLBooleanValue boolean => JsonValue.Create(boolean.BoolValue),
        GraphQLIntValue number => Number(number.Value.ToString()),
        GraphQLFloatValue number => Number(number.Value.ToString()),
        GraphQLListValue list => new JsonArray([.. (list.Values ?? []).Select(item => (JsonNode?)ParseLiteral(item))]),
        GraphQLObjectValue members => new JsonObject((members.Fields ?? []).Select(member =>
            KeyValuePair.Create(member.Name.StringValue, (JsonNode?)ParseLiteral(member.Value)))),
        _ => ThrowLiteralConversionError(value),
    };

    public override object? ParseValue(object? value) => ToNode(value);

    public override object? Serialize(object? value) => value;

    private static JsonNode? ToNode(object? value) => value switch
    {
        null => null,
        JsonNode node => node,
        string text => JsonValue.Create(text),
        IDictionary<string, object?> members =>
            new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, ToNode(member.Value)))),
        IEnumerable items => new JsonArray([.. items.Cast<object?>().Select(ToNode)]),
        bool boolean => JsonValue.Create(boolean),
        _ => Number(Convert.ToString(value, CultureInfo.InvariantCulture)!),
    };

    // Through the text, so that a literal, a variable and the seed's own JSON compare as equal.
    private static JsonNode? Number(string text) => JsonSerializer.Deserialize<JsonNode>(text);
}

using System.Text.Json.Nodes;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Tests.RoundTrip;

/// <summary>Random values for input fields, as the client must send them: some are left out, some are null.</summary>
internal sealed class RandomVariables(Schema schema, int seed)
{
    private const int MaxDepth = 4;

    private readonly Random _random = new(seed);

    /// <summary>Makes an object of what may be given.</summary>
    public JsonObject Object(IReadOnlyList<InputValueDefinition> fields, int depth = 0)
    {
        var result = new JsonObject();
        foreach (var field in fields)
        {
            var isOptional = !field.Type.IsNonNull || field.DefaultValue is not null;
            if (isOptional && (depth >= MaxDepth || _random.Next(3) == 0))
                continue;
            result[field.Name] = Value(field.Type, depth);
        }

        return result;
    }

    private JsonNode? Value(TypeReference type, int depth)
    {
        if (!type.IsNonNull && (depth >= MaxDepth || _random.Next(5) == 0))
            return null;
        if (type.Nullable is ListTypeReference list)
            return new JsonArray([.. Enumerable.Range(0, depth >= MaxDepth ? 0 : _random.Next(4)).Select(_ => Value(list.ItemType, depth + 1))]);
        return schema.FindType(type.NamedType) switch
        {
            EnumType one => one.Values[_random.Next(one.Values.Count)].Name,
            InputObjectType { IsOneOf: true } choice => Choice(choice, depth + 1),
            InputObjectType input => Object(input.Fields, depth + 1),
            _ => RandomScalar.Next(_random, type.NamedType),
        };
    }

    // The first of a random choice is a scalar, with which nesting ends.
    private JsonObject Choice(InputObjectType type, int depth)
    {
        var field = type.Fields[depth >= MaxDepth ? 0 : _random.Next(type.Fields.Count)];
        return new JsonObject { [field.Name] = Value(new NonNullTypeReference(field.Type.Nullable), depth) };
    }
}

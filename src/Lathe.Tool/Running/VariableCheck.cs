using System.Text.Json;
using Lathe.Language.Configuration;
using Lathe.Language.Errors;
using Lathe.Language.TypeSystem;

namespace Lathe.Tool.Running;

/// <summary>
/// Holds a variable's value to its type (specification, section 6.1.2). Messages name the place, not the value, which may be a secret.
/// </summary>
/// <param name="schema">The schema.</param>
internal sealed class VariableCheck(Schema schema)
{
    private readonly Suggestions _suggestions = new();

    /// <summary>Checks a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">What it must be.</param>
    /// <param name="place">Where it stands, such as <c>$where.machine</c>.</param>
    /// <returns>What is wrong with it, or null.</returns>
    public string? Find(JsonElement value, TypeReference type, string place)
    {
        if (value.ValueKind == JsonValueKind.Null)
            return type.IsNonNull ? $"{place} is of the type {type} and must not be null." : null;
        return type.Nullable switch
        {
            ListTypeReference list when value.ValueKind == JsonValueKind.Array => FindInList(value, list.ItemType, place),
            ListTypeReference list => Find(value, list.ItemType, place),
            var named => FindInNamed(value, named.NamedType, place),
        };
    }

    private string? FindInList(JsonElement value, TypeReference item, string place) =>
        value.EnumerateArray().Select((one, at) => Find(one, item, $"{place}[{at}]")).FirstOrDefault(problem => problem is not null);

    private string? FindInNamed(JsonElement value, string type, string place) => schema.FindType(type) switch
    {
        EnumType named => FindInEnum(value, named, place),
        InputObjectType input when value.ValueKind == JsonValueKind.Object => FindInObject(value, input, place),
        InputObjectType input => $"{place} is of the type {input.Name} and takes a JSON object.",
        _ => FindInScalar(value, type, place),
    };

    private static string? FindInScalar(JsonElement value, string type, string place) => (type, value.ValueKind) switch
    {
        ("Int", JsonValueKind.Number) when value.TryGetInt32(out _) => null,
        ("Int", _) => $"{place} is of the type Int and takes a whole number of 32 bits.",
        ("Float", JsonValueKind.Number) or ("Boolean", JsonValueKind.True or JsonValueKind.False) or ("String" or "ID", JsonValueKind.String) => null,
        ("ID", JsonValueKind.Number) when value.TryGetInt64(out _) => null,
        ("Float", _) => $"{place} is of the type Float and takes a number.",
        ("Boolean", _) => $"{place} is of the type Boolean and takes true or false.",
        ("String" or "ID", _) => $"{place} is of the type {type} and takes a string.",
        _ when DefaultScalars.Find(type) == ScalarKind.File => $"{place} is of the type {type} and takes a file, which only a program can send.",
        _ => null,
    };

    private string? FindInEnum(JsonElement value, EnumType type, string place)
    {
        if (value.ValueKind == JsonValueKind.String && type.FindValue(value.GetString()!) is not null)
            return null;
        var near = value.ValueKind == JsonValueKind.String ? _suggestions.For(value.GetString()!, type.Values.Select(one => one.Name)) : string.Empty;
        return $"{place} is of the type {type.Name} and takes the name of one of its values.{near}";
    }

    private string? FindInObject(JsonElement value, InputObjectType type, string place)
    {
        foreach (var member in value.EnumerateObject())
        {
            if (type.FindField(member.Name) is not { } field)
            {
                var near = _suggestions.For(member.Name, type.Fields.Select(one => one.Name));
                return $"{place} has a field '{Output.PlainText.Line(ShownName.Of(member.Name))}', which {type.Name} does not have.{near}";
            }

            if (Find(member.Value, field.Type, $"{place}.{field.Name}") is { } problem)
                return problem;
        }

        if (type.Fields.FirstOrDefault(field => field.IsRequired && !value.TryGetProperty(field.Name, out _)) is { } missing)
            return $"{place} lacks the field '{missing.Name}' of the type {missing.Type}, which {type.Name} requires.";
        return type.IsOneOf && value.EnumerateObject().Select(member => member.Value.ValueKind != JsonValueKind.Null).ToArray() is not [true]
            ? $"{place} is of the type {type.Name} and takes exactly one field, which is not null."
            : null;
    }
}

using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lathe.Generator.Tests.RoundTrip;

/// <summary>Makes generated inputs as a user would: sets the members that JSON has, calls the factories of <c>@oneOf</c> types.</summary>
internal static class InputBuilder
{
    public static object? Build(Type type, JsonNode? value)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return value switch
        {
            _ when type == typeof(JsonElement) => JsonSerializer.SerializeToElement(value),
            null => null,
            JsonArray items => List(type, items),
            JsonObject members => Object(type, members),
            _ => Leaf(type, value),
        };
    }

    private static object List(Type type, JsonArray values)
    {
        var itemType = type.GetGenericArguments()[0];
        // A single value stands for a list of one.
        if (values.Count == 1)
            return type.GetMethod("op_Implicit", [itemType])!.Invoke(null, [Build(itemType, values[0])])!;
        var items = Array.CreateInstance(itemType, values.Count);
        for (var i = 0; i < values.Count; i++)
            items.SetValue(Build(itemType, values[i]), i);
        return type.GetMethod("op_Implicit", [items.GetType()])!.Invoke(null, [items])!;
    }

    private static object Object(Type type, JsonObject members)
    {
        if (type.GetConstructor([]) is null)
        {
            var (key, value) = members.Single();
            var factory = type.GetMethod("From" + ResultComparer.PropertyName(key), BindingFlags.Public | BindingFlags.Static)!;
            return factory.Invoke(null, [Build(factory.GetParameters()[0].ParameterType, value)])!;
        }

        var result = Activator.CreateInstance(type)!;
        foreach (var (key, value) in members)
        {
            var property = type.GetProperty(ResultComparer.PropertyName(key))!;
            property.SetValue(result, Build(property.PropertyType, value));
        }

        return result;
    }

    private static object Leaf(Type type, JsonNode value)
    {
        var text = value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
        return type.Name switch
        {
            nameof(String) => text,
            nameof(Boolean) => value.GetValue<bool>(),
            nameof(DateTimeOffset) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture),
            nameof(DateOnly) => DateOnly.Parse(text, CultureInfo.InvariantCulture),
            nameof(Guid) => Guid.Parse(text),
            nameof(System.Numerics.BigInteger) => System.Numerics.BigInteger.Parse(text, CultureInfo.InvariantCulture),
            "Byte[]" => Convert.FromBase64String(text),
            nameof(Int32) or nameof(Int64) or nameof(Double) or nameof(Decimal) => ((IConvertible)text).ToType(type, CultureInfo.InvariantCulture),
            _ => Activator.CreateInstance(type, text)!,
        };
    }
}

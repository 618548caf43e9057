using Lathe.Language.Collections;
using Lathe.Language.Json;

namespace Lathe.Language.Configuration;

/// <summary>Reads <c>scalars</c> of <c>extensions.lathe</c>.</summary>
internal static class ScalarSectionReader
{
    private static readonly string[] s_numbers = ["long", "Int64", "decimal", "Decimal", "BigInteger", "Numerics.BigInteger"];

    public static EquatableList<ScalarMapping> Read(ConfigurationValues values, JsonObject? node)
    {
        if (node is null)
            return EquatableList.Empty<ScalarMapping>();
        values.CheckDuplicates(node);
        var mappings = new SortedDictionary<string, ScalarMapping>(StringComparer.Ordinal);
        foreach (var property in node.Properties)
        {
            if (ReadScalar(values, property) is { } mapping)
                mappings[mapping.Scalar] = mapping;
        }

        return EquatableList.Create(mappings.Values);
    }

    private static ScalarMapping? ReadScalar(ConfigurationValues values, JsonProperty property)
    {
        var what = $"The .NET type of scalar '{property.Name}'";
        if (property.Value is JsonObject detailed)
        {
            values.CheckKeys(detailed, "to a scalar", "type", "converter", "write");
            if (detailed.Find("type") is null)
                values.Invalid(detailed, $"{what} is missing. Add \"type\": \"System.TimeSpan\".");
            var type = TypeName(values, values.String(detailed.Find("type"), what));
            var converter = TypeName(values, values.String(detailed.Find("converter"), $"The converter of scalar '{property.Name}'"));
            var write = ReadForm(values, detailed, type, converter);
            return type is null ? null : new ScalarMapping(property.Name, type, converter, write);
        }

        return TypeName(values, values.String(property.Value, what)) is { } name ? new ScalarMapping(property.Name, name) : null;
    }

    private static NumberForm? ReadForm(ConfigurationValues values, JsonObject node, string? type, string? converter)
    {
        if (values.String(node.Find("write"), "'write'") is not { } text)
            return null;
        if (converter is not null)
            values.Invalid(text, "'write' has no meaning beside a converter, which writes the value itself. Remove it.");
        else if (type is not null && Array.IndexOf(s_numbers, WithoutPrefix(type)) < 0)
            values.Invalid(text, $"'write' is for scalars that are long, decimal or System.Numerics.BigInteger, not {type}. Remove it.");
        else
            return ReadForm(values, text);
        return null;
    }

    private static NumberForm? ReadForm(ConfigurationValues values, JsonString text)
    {
        switch (text.Value)
        {
            case "number":
                return NumberForm.Number;
            case "string":
                return NumberForm.Text;
            case "safe":
                return NumberForm.Safe;
            default:
                values.Invalid(text, $"'write' must be \"number\", \"string\" or \"safe\" (a string above 2^53-1), not \"{text.Value}\".");
                return null;
        }
    }

    private static string WithoutPrefix(string type)
    {
        var name = type.StartsWith("global::", StringComparison.Ordinal) ? type.Substring("global::".Length) : type;
        return name.StartsWith("System.", StringComparison.Ordinal) ? name.Substring("System.".Length) : name;
    }

    private static string? TypeName(ConfigurationValues values, JsonString? text)
    {
        if (text is null || CSharpName.IsTypeName(text.Value))
            return text?.Value;
        values.Invalid(text, $"'{text.Value}' is not the C# name of a type. Write it with its namespace, such as \"System.TimeSpan\".");
        return null;
    }
}

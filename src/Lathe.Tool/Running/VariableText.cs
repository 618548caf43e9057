using System.Text.Json;
using Lathe.Language.Configuration;
using Lathe.Language.TypeSystem;
using Lathe.Tool.Hosting;

namespace Lathe.Tool.Running;

/// <summary>Makes JSON of what the command line gives for a variable: text where its type is one, else JSON.</summary>
/// <param name="schema">The schema.</param>
/// <param name="mapped">The custom scalars that the configuration gives a type.</param>
internal sealed class VariableText(Schema schema, IReadOnlySet<string> mapped)
{
    /// <summary>Reads a value.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="text">What was given.</param>
    /// <param name="type">The variable's type.</param>
    /// <exception cref="ToolException">The type takes JSON, and the text is none.</exception>
    public JsonElement Read(string name, string text, TypeReference type)
    {
        if (type.Nullable is ListTypeReference list)
        {
            return text.TrimStart().StartsWith('[') || text.Trim() == "null" ? Json(name, text, type) : OneItem(Read(name, text, list.ItemType));
        }

        return FormOf(type.NamedType) switch
        {
            Form.Text => String(text),
            Form.Name when text.Trim() != "null" && !text.StartsWith('"') => String(text),
            Form.Either => TryJson(text) ?? String(text),
            _ => Json(name, text, type),
        };
    }

    /// <summary>Parses JSON.</summary>
    /// <returns>The value, or null where the text is no JSON.</returns>
    public static JsonElement? TryJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement Json(string name, string text, TypeReference type) =>
        TryJson(text) ?? throw new ToolException($"The variable ${name} is of the type {type}, which takes JSON: the text given is none.");

    private static JsonElement String(string text) => Written(json => json.WriteStringValue(text));

    private static JsonElement OneItem(JsonElement item) => Written(json =>
    {
        json.WriteStartArray();
        item.WriteTo(json);
        json.WriteEndArray();
    });

    private static JsonElement Written(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
            write(json);
        using var document = JsonDocument.Parse(buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
        return document.RootElement.Clone();
    }

    private Form FormOf(string type) => schema.FindType(type) switch
    {
        EnumType => Form.Name,
        ScalarType when mapped.Contains(type) => Form.Either,
        ScalarType => DefaultScalars.Find(type) switch
        {
            null => Form.Either,
            ScalarKind.Int or ScalarKind.Double or ScalarKind.Boolean or ScalarKind.Json => Form.Json,
            ScalarKind.Long or ScalarKind.Decimal or ScalarKind.BigInteger => Form.Either,
            _ => Form.Text,
        },
        _ => Form.Json,
    };

    private enum Form
    {
        Text,
        Name,
        Either,
        Json,
    }
}

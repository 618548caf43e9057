using System.Text.Json;
using System.Text.Json.Nodes;
using Lathe.Language.Printing;
using Lathe.Language.TypeSystem;
using Lathe.Tool.Download;

namespace Lathe.Tool.Drift;

/// <summary>Takes over from the committed schema what a server's introspection cannot tell: nobody can say that it changed.</summary>
internal sealed class UntoldParts
{
    private static readonly string[] s_standardScalars = ["Int", "Float", "String", "Boolean", "ID"];
    private readonly Schema _committed;
    private readonly IntrospectionFeatures _told;
    private readonly HashSet<string> _types;
    private readonly List<string> _inputs = [];

    private UntoldParts(Schema committed, IntrospectionFeatures told, JsonObject schema)
    {
        (_committed, _told) = (committed, told);
        _types = Objects(schema, "types").Select(Name).OfType<string>().Concat(s_standardScalars).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Completes a download.</summary>
    /// <returns>The completed download, and the deprecated arguments and input fields that only the committed schema has.</returns>
    public static (DownloadedSchema Schema, IReadOnlyList<string> Inputs) TakeOver(DownloadedSchema downloaded, Schema committed)
    {
        var data = JsonNode.Parse(downloaded.Data.GetRawText(), documentOptions: new JsonDocumentOptions { MaxDepth = 128 });
        if (downloaded.Features == IntrospectionFeatures.All || data is not JsonObject { } root || root["__schema"] is not JsonObject schema)
            return (downloaded, []);
        var parts = new UntoldParts(committed, downloaded.Features, schema);
        parts.Complete(schema);
        using var document = JsonDocument.Parse(data.ToJsonString(), new JsonDocumentOptions { MaxDepth = 128 });
        return (downloaded with { Data = document.RootElement.Clone() }, parts._inputs);
    }

    private bool IsUntold(IntrospectionFeatures feature) => !_told.HasFlag(feature);

    private void Complete(JsonObject schema)
    {
        if (IsUntold(IntrospectionFeatures.SchemaDescription) && _committed.Description is { } description)
            schema["description"] = description;
        foreach (var type in Objects(schema, "types"))
        {
            if (Name(type) is { } name)
                CompleteType(type, _committed.FindType(name));
        }

        foreach (var directive in Objects(schema, "directives"))
        {
            if (Name(directive) is not { } name || _committed.FindDirective(name) is not { } known)
                continue;
            if (IsUntold(IntrospectionFeatures.IsRepeatable) && known.IsRepeatable)
                directive["isRepeatable"] = true;
            if (IsUntold(IntrospectionFeatures.DirectiveDeprecation) && known.DeprecationReason is { } reason)
                (directive["isDeprecated"], directive["deprecationReason"]) = (true, reason);
            CompleteInputs(directive, "args", known.Arguments, "@" + name);
        }
    }

    private void CompleteType(JsonObject type, NamedType? known)
    {
        if (known is ScalarType { SpecifiedByUrl: { } url } && IsUntold(IntrospectionFeatures.SpecifiedByUrl))
            type["specifiedByURL"] = url;

        // With a required field a type cannot be @oneOf any more.
        if (known is InputObjectType { IsOneOf: true } && IsUntold(IntrospectionFeatures.IsOneOf) && !Objects(type, "inputFields").Any(IsNonNull))
            type["isOneOf"] = true;
        if (known is InputObjectType input)
            CompleteInputs(type, "inputFields", input.Fields, input.Name);
        if (known is not FieldsType fields)
            return;
        foreach (var field in Objects(type, "fields"))
        {
            if (Name(field) is { } name && fields.FindField(name) is { } knownField)
                CompleteInputs(field, "args", knownField.Arguments, $"{known.Name}.{name}");
        }
    }

    private void CompleteInputs(JsonObject owner, string property, IReadOnlyList<InputValueDefinition> known, string coordinate)
    {
        if (!IsUntold(IntrospectionFeatures.InputDeprecation) || owner[property] is not JsonArray told)
            return;
        foreach (var input in known.Where(input => input.DeprecationReason is not null))
        {
            if (Objects(owner, property).FirstOrDefault(one => Name(one) == input.Name) is { } same)
            {
                if (!IsNonNull(same))
                    (same["isDeprecated"], same["deprecationReason"]) = (true, input.DeprecationReason);
            }
            else if (_types.Contains(input.Type.NamedType))
            {
                // The server takes no value of a removed type, so that input is certainly hit.
                told.Add(Write(input));
                _inputs.Add(property == "args" ? $"{coordinate}({input.Name}:)" : $"{coordinate}.{input.Name}");
            }
        }
    }

    private static JsonObject Write(InputValueDefinition input) => new()
    {
        ["name"] = input.Name,
        ["description"] = input.Description,
        ["type"] = Write(input.Type),
        ["defaultValue"] = input.DefaultValue is { } value ? ValuePrinter.Print(value) : null,
        ["isDeprecated"] = true,
        ["deprecationReason"] = input.DeprecationReason,
    };

    private static JsonObject Write(TypeReference type) => type switch
    {
        NonNullTypeReference nonNull => new() { ["kind"] = "NON_NULL", ["ofType"] = Write(nonNull.NullableType) },
        ListTypeReference list => new() { ["kind"] = "LIST", ["ofType"] = Write(list.ItemType) },
        _ => new() { ["name"] = type.NamedType },
    };

    private static bool IsNonNull(JsonObject input) =>
        input["type"] is JsonObject type && type["kind"] is JsonValue kind && kind.TryGetValue<string>(out var text) && text == "NON_NULL";

    private static IEnumerable<JsonObject> Objects(JsonObject owner, string property) => (owner[property] as JsonArray)?.OfType<JsonObject>() ?? [];

    private static string? Name(JsonObject item) => item["name"] is JsonValue name && name.TryGetValue<string>(out var text) ? text : null;
}

using Lathe.Language.Json;
using Lathe.Language.TypeSystem;
using Lathe.Testing.Faking;

namespace Lathe.Testing.Fixtures;

/// <summary>Holds a response against an operation and its schema. Values of scalars are left to the generated reader.</summary>
/// <param name="document">The operation.</param>
/// <param name="faults">Takes what does not fit.</param>
internal sealed class FixtureCheck(FakeDocument document, FixtureFaults faults)
{
    // An error leaves a null where the client's type allows none. The reader knows the place.
    private bool _hasErrors;

    /// <summary>Checks a whole response.</summary>
    public void Check(JsonNode response)
    {
        if (response is not JsonObject fields)
        {
            faults.Add(response.Span, $"a response is an object with 'data' or 'errors', not {response.Kind}.");
            return;
        }

        foreach (var other in fields.Properties.Where(static one => one.Name is not ("data" or "errors" or "extensions")))
            faults.Add(other.NameSpan, $"a response has 'data', 'errors' and 'extensions', not '{other.Name}'.");
        _hasErrors = fields.Find("errors") is JsonArray { Items.Count: > 0 };
        if (fields.Find("data") is JsonObject data)
            CheckObject(data, new Place(document.Plan(null).Root, document.LeastPlan.Root, "data"));
        else if (!_hasErrors)
            faults.Add(response.Span, "the response has neither data nor errors.");
    }

    private void CheckObject(JsonObject node, Place place)
    {
        if (faults.AreMany || FieldsOf(node, place) is not { } type)
            return;
        var least = place.Least is null ? [] : FieldsOf(node, place with { Composite = place.Least })?.Fields ?? [];
        foreach (var field in type.Fields)
        {
            var required = least.FirstOrDefault(one => one.ResponseKey == field.ResponseKey);
            if (node.Find(field.ResponseKey) is { } value)
                CheckValue(value, field, field.Type, new Place(field.Composite, required?.Composite, $"{place.Path}.{field.ResponseKey}"));
            else if (required is not null)
                faults.Add(node.Span, $"'{field.ResponseKey}' is missing, which the operation asks for ({place.Path}).");
        }

        foreach (var property in node.Properties.Where(property => !type.Fields.Any(field => field.ResponseKey == property.Name)))
            faults.Add(property.NameSpan, $"the operation asks for no '{property.Name}' here ({place.Path}).");
    }

    private FakeObject? FieldsOf(JsonObject node, Place place)
    {
        var composite = place.Composite!;
        if (!composite.IsAbstract)
            return composite.Of(composite.Cases[0].Types[0]);
        if (composite.Unknown().Fields.FirstOrDefault(static one => one.IsTypeName) is not { } typeName)
            return composite.Unknown();
        var given = node.Find(typeName.ResponseKey);
        if (given is JsonString { Value: var name } && composite.Cases.Any(one => one.Types.Contains(name, StringComparer.Ordinal)))
            return composite.Of(name);
        if (place.Composite != place.Least)
            faults.Add((given ?? node).Span, given is JsonString unknown
                ? $"the schema has no type '{unknown.Value}' here ({place.Path})."
                : $"'{typeName.ResponseKey}' is missing, which says the type ({place.Path}).");
        return null;
    }

    private void CheckValue(JsonNode node, FakeField field, TypeReference type, Place place)
    {
        if (node is JsonNull)
        {
            if (type.IsNonNull && !_hasErrors)
                faults.Add(node.Span, $"null where the schema has {type} ({place.Path}).");
        }
        else if (type.Nullable is ListTypeReference list)
        {
            CheckList(node, field, list, place);
        }
        else if (field.Composite is not null)
        {
            if (node is JsonObject fields)
                CheckObject(fields, place);
            else
                faults.Add(node.Span, $"{node.Kind} where the schema has an object of {type} ({place.Path}).");
        }
        else if (field.EnumValues is { } values && !(node is JsonString text && values.Any(value => value.Value == text.Value)))
        {
            faults.Add(node.Span, $"{(node is JsonString other ? $"'{other.Value}'" : node.Kind)} is no value of {type} ({place.Path}).");
        }
    }

    private void CheckList(JsonNode node, FakeField field, ListTypeReference list, Place place)
    {
        if (node is not JsonArray items)
        {
            faults.Add(node.Span, $"{node.Kind} where the schema has a list, {list} ({place.Path}).");
            return;
        }

        for (var i = 0; i < items.Items.Count && !faults.AreMany; i++)
            CheckValue(items.Items[i], field, list.ItemType, place with { Path = $"{place.Path}[{i}]" });
    }

    /// <param name="Composite">What is selected of the place; null for a leaf.</param>
    /// <param name="Least">What is selected whatever the variables of <c>@skip</c> and <c>@include</c> say; null for nothing.</param>
    /// <param name="Path">The path in the response, for messages.</param>
    private readonly record struct Place(FakeComposite? Composite, FakeComposite? Least, string Path);
}

using Lathe.Language.Json;
using Lathe.Language.Syntax;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;

namespace Lathe.Language.Introspection;

/// <summary>Reads fields, arguments, input fields and enum values (sections 4.2.3 to 4.2.5).</summary>
internal sealed class IntrospectionMembers(IntrospectionNodes nodes)
{
    internal FieldDefinitionSyntax? Field(JsonObject field, string owner)
    {
        if (nodes.Name(field, $"A field of \"{owner}\"") is not { } name)
            return null;
        var coordinate = $"{owner}.{name.Value}";
        nodes.RequireArray(field, "args", name.Span, $"\"{coordinate}\"");
        return Type(field, coordinate) is not { } type ? null : nodes.At(name.Span, new FieldDefinitionSyntax
        {
            Name = name,
            Description = nodes.Description(field),
            Arguments = InputValues(field, "args", coordinate),
            Type = type,
            Directives = Deprecated(field),
        });
    }

    internal EnumValueDefinitionSyntax? EnumValue(JsonObject value, string owner)
    {
        if (nodes.Name(value, $"A value of \"{owner}\"") is not { } name)
            return null;
        if (name.Value is "true" or "false" or "null")
        {
            nodes.Report(name.Span, $"Name \"{name.Value}\" is reserved and cannot be used for an enum value.");
            return null;
        }

        return nodes.At(name.Span, new EnumValueDefinitionSyntax
        {
            Name = name, Description = nodes.Description(value), Directives = Deprecated(value),
        });
    }

    internal List<InputValueDefinitionSyntax> InputValues(JsonObject parent, string property, string owner) =>
        [.. nodes.Objects(parent, property).Select(value => InputValue(value, owner)).OfType<InputValueDefinitionSyntax>()];

    private InputValueDefinitionSyntax? InputValue(JsonObject value, string owner)
    {
        if (nodes.Name(value, $"An argument or input field of \"{owner}\"") is not { } name)
            return null;
        var coordinate = $"{owner}.{name.Value}";
        return Type(value, coordinate) is not { } type ? null : nodes.At(name.Span, new InputValueDefinitionSyntax
        {
            Name = name,
            Description = nodes.Description(value),
            Type = type,
            DefaultValue = DefaultValue(value, coordinate),
            Directives = Deprecated(value),
        });
    }

    private TypeSyntax? Type(JsonObject owner, string coordinate)
    {
        if (owner.Find("type") is JsonObject type)
            return Type(type, coordinate, mayBeNonNull: true);
        nodes.Report((owner.Find("type") ?? owner).Span, $"\"{coordinate}\" has no \"type\".");
        return null;
    }

    private TypeSyntax? Type(JsonObject type, string coordinate, bool mayBeNonNull)
    {
        var kind = IntrospectionNodes.Text(type, "kind");
        if (kind is not ("LIST" or "NON_NULL"))
            return nodes.Name(type, $"The type of \"{coordinate}\"") is { } name ? nodes.At(name.Span, new NamedTypeSyntax { Name = name }) : null;
        if (type.Find("ofType") is not JsonObject inner)
        {
            nodes.Report(type.Span, $"The type of \"{coordinate}\" is cut off. Ask the server with a deeper introspection query.");
            return null;
        }

        var isNonNull = kind == "NON_NULL";
        if (isNonNull && !mayBeNonNull)
            nodes.Report(type.Span, $"The type of \"{coordinate}\" is non-null twice.");
        if (Type(inner, coordinate, mayBeNonNull: !isNonNull) is not { } item)
            return null;
        if (!isNonNull)
            return nodes.At(type.Span, new ListTypeSyntax { ItemType = item });
        return item is NonNullTypeSyntax ? item : nodes.At(type.Span, new NonNullTypeSyntax { NullableType = item });
    }

    private ValueSyntax? DefaultValue(JsonObject owner, string coordinate)
    {
        if (owner.Find("defaultValue") is not JsonString text)
            return null;
        var (value, error) = ValueParser.Parse(text.Value);
        if (error is not null)
        {
            nodes.Report(text.Span, $"The default value of \"{coordinate}\" is no GraphQL value: {error.Message}");
            return null;
        }

        Place(value!, text.Span);
        return value;
    }

    /// <summary>Gives all parts of a value the place of the JSON string that it was in.</summary>
    private void Place(ValueSyntax value, SourceSpan span)
    {
        nodes.At(span, value);
        if (value is ListValueSyntax list)
        {
            foreach (var item in list.Values)
                Place(item, span);
        }

        if (value is not ObjectValueSyntax literal)
            return;
        foreach (var field in literal.Fields)
        {
            nodes.At(span, field);
            nodes.At(span, field.Name);
            Place(field.Value, span);
        }
    }

    internal List<DirectiveSyntax> Deprecated(JsonObject member)
    {
        if (member.Find("deprecationReason") is { } given and not (JsonString or JsonNull))
            nodes.Report(given.Span, $"\"deprecationReason\" is {given.Kind}, but must be a string.");
        var reason = IntrospectionNodes.Text(member, "deprecationReason");
        if (!IntrospectionNodes.Flag(member, "isDeprecated") && reason is null)
            return [];
        var span = (member.Find("deprecationReason") ?? member.Find("isDeprecated") ?? member).Span;
        return [nodes.Directive(span, "deprecated", "reason", reason)];
    }
}

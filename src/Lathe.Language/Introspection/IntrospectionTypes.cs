using Lathe.Language.Json;
using Lathe.Language.Syntax;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.TypeSystem.Indexing;

namespace Lathe.Language.Introspection;

/// <summary>Reads types and directives (sections 4.2.2 and 4.2.6).</summary>
internal sealed class IntrospectionTypes(IntrospectionNodes nodes)
{
    private readonly IntrospectionMembers _members = new(nodes);

    /// <summary>Reads a type; null for a built-in one, and where it is malformed.</summary>
    internal TypeDefinitionSyntax? Read(JsonObject type)
    {
        if (nodes.Name(type, "A type") is not { } name)
            return null;
        if (name.Value.StartsWith("__", StringComparison.Ordinal) || BuiltIns.IsScalar(name.Value))
            return null;
        var definition = Make(type, name, IntrospectionNodes.Text(type, "kind"));
        if (definition is null)
            nodes.Report((type.Find("kind") ?? type).Span, $"Type \"{name.Value}\" has no known \"kind\".");
        return definition is null ? null : nodes.At(name.Span, definition);
    }

    private TypeDefinitionSyntax? Make(JsonObject type, NameSyntax name, string? kind)
    {
        var description = nodes.Description(type);
        return kind switch
        {
            "SCALAR" => new ScalarTypeDefinitionSyntax { Name = name, Description = description, Directives = SpecifiedBy(type) },
            "OBJECT" => new ObjectTypeDefinitionSyntax
            {
                Name = name, Description = description, Interfaces = Interfaces(type, name), Fields = Fields(type, name),
            },
            "INTERFACE" => new InterfaceTypeDefinitionSyntax
            {
                Name = name, Description = description, Interfaces = NamedTypes(type, "interfaces"), Fields = Fields(type, name),
            },
            "UNION" => new UnionTypeDefinitionSyntax
            {
                Name = name, Description = description, MemberTypes = NamedTypes(type, "possibleTypes"),
            },
            "ENUM" => new EnumTypeDefinitionSyntax { Name = name, Description = description, Values = Values(type, name) },
            "INPUT_OBJECT" => new InputObjectTypeDefinitionSyntax
            {
                Name = name, Description = description, Directives = OneOf(type), Fields = InputFields(type, name),
            },
            _ => null,
        };
    }

    /// <summary>Reads a directive; null for a built-in one, and where it is malformed.</summary>
    internal DirectiveDefinitionSyntax? ReadDirective(JsonObject directive)
    {
        if (nodes.Name(directive, "A directive") is not { } name || BuiltIns.FindDirective(name.Value) is not null)
            return null;
        var locations = Locations(directive);
        if (locations.Count == 0)
        {
            nodes.Report(name.Span, $"Directive \"@{name.Value}\" has no known \"locations\".");
            return null;
        }

        nodes.RequireArray(directive, "args", name.Span, $"Directive \"@{name.Value}\"");
        return nodes.At(name.Span, new DirectiveDefinitionSyntax
        {
            Name = name,
            Description = nodes.Description(directive),
            IsRepeatable = IntrospectionNodes.Flag(directive, "isRepeatable"),
            Locations = locations,
            Directives = _members.Deprecated(directive),
            Arguments = _members.InputValues(directive, "args", $"@{name.Value}"),
        });
    }

    private List<NameSyntax> Locations(JsonObject directive)
    {
        var locations = new List<NameSyntax>();
        foreach (var item in (directive.Find("locations") as JsonArray)?.Items ?? [])
        {
            if (item is not JsonString text || !IntrospectionNodes.IsName(text.Value))
                continue;
            locations.Add(nodes.At(text.Span, new NameSyntax { Value = text.Value }));
            if (!DirectiveLocations.IsKnown(text.Value))
                nodes.Advise(text.Span, $"Unknown directive location \"{OneLine.Of(text.Value)}\"");
        }

        // The drafts of 2015 had flags in place of locations.
        Add("onOperation", "QUERY", "MUTATION", "SUBSCRIPTION");
        Add("onFragment", "FRAGMENT_DEFINITION", "FRAGMENT_SPREAD", "INLINE_FRAGMENT");
        Add("onField", "FIELD");
        return locations;

        void Add(string flag, params string[] names)
        {
            if (directive.Find("locations") is null && IntrospectionNodes.Flag(directive, flag))
                locations.AddRange(names.Select(name => nodes.At(directive.Find(flag)!.Span, new NameSyntax { Value = name })));
        }
    }

    private List<FieldDefinitionSyntax> Fields(JsonObject type, NameSyntax name)
    {
        nodes.RequireArray(type, "fields", name.Span, Owner(name));
        return [.. nodes.Objects(type, "fields").Select(field => _members.Field(field, name.Value)).OfType<FieldDefinitionSyntax>()];
    }

    private List<EnumValueDefinitionSyntax> Values(JsonObject type, NameSyntax name)
    {
        nodes.RequireArray(type, "enumValues", name.Span, Owner(name));
        return [.. nodes.Objects(type, "enumValues").Select(value => _members.EnumValue(value, name.Value)).OfType<EnumValueDefinitionSyntax>()];
    }

    private List<InputValueDefinitionSyntax> InputFields(JsonObject type, NameSyntax name)
    {
        nodes.RequireArray(type, "inputFields", name.Span, Owner(name));
        return _members.InputValues(type, "inputFields", name.Value);
    }

    private List<NamedTypeSyntax> NamedTypes(JsonObject type, string property)
    {
        var names = new List<NamedTypeSyntax>();
        foreach (var item in nodes.Objects(type, property))
        {
            if (nodes.Name(item, $"An item of \"{property}\"") is { } name)
                names.Add(nodes.At(name.Span, new NamedTypeSyntax { Name = name }));
        }

        return names;
    }

    private static string Owner(NameSyntax name) => $"Type \"{name.Value}\"";

    private List<NamedTypeSyntax> Interfaces(JsonObject type, NameSyntax name)
    {
        nodes.RequireArray(type, "interfaces", name.Span, Owner(name));
        return NamedTypes(type, "interfaces");
    }

    private List<DirectiveSyntax> SpecifiedBy(JsonObject type) =>
        (IntrospectionNodes.Text(type, "specifiedByURL") ?? IntrospectionNodes.Text(type, "specifiedByUrl")) is { } url
            ? [nodes.Directive(type.Span, "specifiedBy", "url", url)]
            : [];

    private List<DirectiveSyntax> OneOf(JsonObject type) =>
        IntrospectionNodes.Flag(type, "isOneOf") ? [nodes.Directive(type.Span, "oneOf")] : [];
}

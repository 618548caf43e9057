using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem.Validation.Definitions;
using Lathe.Language.TypeSystem.Values;

namespace Lathe.Language.TypeSystem.Validation.Validity;

/// <summary>Compares one default value with its type.</summary>
internal sealed class DefaultValueCheck(SchemaContext context, InputValueSite site)
{
    internal void Check(ValueSyntax value, TypeSyntax type)
    {
        if (type is NonNullTypeSyntax nonNull)
        {
            if (value is NullValueSyntax)
                Report($"Expected value of non-null type \"{TypeReferences.From(type)}\" not to be null.", value);
            else
                Check(value, nonNull.NullableType);
        }
        else if (value is not NullValueSyntax)
        {
            CheckNullable(value, type);
        }
    }

    private void CheckNullable(ValueSyntax value, TypeSyntax type)
    {
        if (type is ListTypeSyntax list)
        {
            if (value is not ListValueSyntax items)
                Check(value, list.ItemType);
            else
                foreach (var item in items.Values)
                    Check(item, list.ItemType);
            return;
        }

        if (context.Types.Find(type) is not { IsInput: true } named)
            return;
        if (named.IsInputObject)
            CheckObject(value, named);
        else if (LeafFault(value, named) is { } fault)
            Report(fault, value);
    }

    private string? LeafFault(ValueSyntax value, TypeShape type)
    {
        if (type.Definition is not EnumTypeDefinitionSyntax)
            return type.IsBuiltIn ? LeafLiterals.CheckScalar(value, type.Name) : null;
        var values = new EnumType
        {
            Name = type.Name,
            Values = [.. type.Values.Select(static known => new EnumValueDefinition { Name = known.Name.Value })],
        };
        return LeafLiterals.CheckEnum(value, values, context.Suggestions);
    }

    private void CheckObject(ValueSyntax value, TypeShape type)
    {
        if (value is not ObjectValueSyntax literal)
        {
            Report($"Expected value of type \"{type.Name}\" to be an object, found: {ValueText.Of(value)}.", value);
            return;
        }

        foreach (var (field, given) in LiteralFields.Of(type, literal, type.RequiredInputFields))
        {
            if (given is not null)
                Check(given, field.Type);
            else
                Report(
                    $"Expected value of type \"{type.Name}\" to include required field \"{field.Name.Value}\", found: {ValueText.Of(value)}.", value);
        }

        CheckUnknownFields(literal, type);
        if (type.IsOneOf && !IsOneOf(literal, type))
            Report(
                $"Within OneOf Input Object type \"{type.Name}\", exactly one field must be specified, and the value for that field must be "
                    + "non-null.",
                value);
    }

    private void CheckUnknownFields(ObjectValueSyntax literal, TypeShape type)
    {
        foreach (var entry in literal.Fields)
        {
            if (IsKnown(entry, type))
                continue;
            var suggestion = context.Suggestions.For(entry.Name.Value, type.InputFields.Select(static field => field.Name.Value));
            var found = suggestion.Length == 0 ? ", found" : $".{suggestion} Found";
            Report(
                $"Expected value of type \"{type.Name}\" not to include unknown field \"{entry.Name.Value}\"{found}: {ValueText.Of(literal)}.",
                entry);
        }
    }

    private static bool IsOneOf(ObjectValueSyntax literal, TypeShape type)
    {
        List<ObjectFieldSyntax> known = [.. literal.Fields.Where(entry => IsKnown(entry, type))];
        return known.Count == 1 && known[0].Value is not NullValueSyntax;
    }

    private static bool IsKnown(ObjectFieldSyntax entry, TypeShape type) =>
        type.InputFieldPlaces.ContainsKey(entry.Name.Value);

    private void Report(string fault, SyntaxNode place) =>
        context.Report(DefaultValuesRule.Descriptor, $"{site.Coordinate} has invalid default value: {fault}", place);
}

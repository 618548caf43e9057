using Lathe.Language.Syntax;

namespace Lathe.Language.TypeSystem.Validation.Definitions;

/// <summary>An argument or input field of a schema, with its coordinate such as <c>Query.user(id:)</c>.</summary>
/// <param name="Coordinate">The schema coordinate.</param>
/// <param name="Value">The definition.</param>
/// <param name="Kind">What it is called in messages.</param>
internal readonly record struct InputValueSite(string Coordinate, InputValueDefinitionSyntax Value, InputValueKind Kind)
{
    internal static IEnumerable<InputValueSite> FindAll(SchemaContext context)
    {
        foreach (var directive in context.DefinitionsOf<DirectiveDefinitionSyntax>())
        {
            foreach (var argument in TypeShape.Latest(directive.Arguments, static argument => argument.Name))
                yield return new InputValueSite($"@{directive.Name.Value}({argument.Name.Value}:)", argument, InputValueKind.DirectiveArgument);
        }

        foreach (var type in context.Types.Defined)
        {
            foreach (var site in Of(type))
                yield return site;
        }
    }

    private static IEnumerable<InputValueSite> Of(TypeShape type)
    {
        foreach (var field in type.Fields)
        {
            if (field.Arguments.Count == 0)
                continue;
            foreach (var argument in TypeShape.Arguments(field))
                yield return new InputValueSite($"{type.Name}.{field.Name.Value}({argument.Name.Value}:)", argument, InputValueKind.Argument);
        }

        foreach (var field in type.InputFields)
            yield return new InputValueSite($"{type.Name}.{field.Name.Value}", field, InputValueKind.InputField);
    }
}

/// <summary>What an <see cref="InputValueSite"/> is a part of.</summary>
internal enum InputValueKind
{
    /// <summary>An argument of a field.</summary>
    Argument,

    /// <summary>An argument of a directive.</summary>
    DirectiveArgument,

    /// <summary>A field of an input object.</summary>
    InputField,
}

using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation.Types;

namespace Lathe.Language.Changes.Impact;

/// <summary>Uses of a field's argument: where it is given, or where it is left out.</summary>
internal static class ArgumentUses
{
    public static IEnumerable<Use> Find(UseIndex index, Schema newSchema, SchemaChange change)
    {
        var at = change.Coordinate;
        var old = Definition(index.Schema, at);
        var @new = Definition(newSchema, at);
        foreach (var use in index.Fields[$"{at.Name}.{at.Member}"])
        {
            var argument = use.Field.Arguments.FirstOrDefault(item => item.Name.Value == at.Argument);
            if (Touched(index.Schema, newSchema, change.Code, use.Owner, use.Field, argument, old, @new) is { } found)
                yield return found;
        }
    }

    /// <summary>Judges one place; also for directives' arguments.</summary>
    public static Use? Touched(
        Schema oldSchema, Schema newSchema,
        string code, DefinitionSyntax owner, SyntaxNode place, ArgumentSyntax? argument, InputValueDefinition? old, InputValueDefinition? @new)
    {
        if (argument is null)
            return IsLeftOutInVain(code, old, @new) ? new Use(owner, place, place is FieldSyntax ? "field" : "directive") : null;
        var use = new Use(owner, argument, "argument");
        if (code == "ARG_CHANGED_KIND" && old is not null && @new is not null)
            return new ValueFit(oldSchema, newSchema, old, @new).Misfit(argument.Value) is { } misfit ? use with { Counts = misfit } : null;
        if (code == "ARG_DEFAULT_VALUE_CHANGE" || code.EndsWith("_BECAME_REQUIRED", StringComparison.Ordinal))
            return argument.Value is VariableSyntax variable ? use with { Counts = operation => MayBeUnset(operation, variable) } : null;
        return use;
    }

    private static bool IsLeftOutInVain(string code, InputValueDefinition? old, InputValueDefinition? @new) => code switch
    {
        "ARG_REMOVED" or "DIRECTIVE_ARG_REMOVED" or "DIRECTIVE_USAGE_ADDED" => false,
        "DEPRECATION_ADDED" or "DEPRECATION_REMOVED" or "DEPRECATION_REASON_CHANGED" => false,
        "ARG_CHANGED_KIND" => @new is { IsRequired: true } && old is { IsRequired: false },
        _ => true,
    };

    // A variable that is not sent stands for the default.
    private static bool MayBeUnset(OperationDefinitionSyntax operation, VariableSyntax variable)
    {
        var definition = variable.Definition ?? operation.VariableDefinitions.FirstOrDefault(item => item.Variable.Name.Value == variable.Name.Value);
        return definition is { DefaultValue: null, Type: not NonNullTypeSyntax };
    }

    private static InputValueDefinition? Definition(Schema schema, SchemaCoordinate at) =>
        (schema.FindType(at.Name) as FieldsType)?.FindField(at.Member!) is { } field ? InputTypes.Find(field.Arguments, at.Argument!) : null;
}

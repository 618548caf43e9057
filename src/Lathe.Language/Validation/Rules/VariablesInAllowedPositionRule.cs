using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation.Fragments;
using Lathe.Language.Validation.Types;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>A variable has a type that fits where it is used.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-All-Variable-Usages-Are-Allowed">Specification</see>.</remarks>
internal sealed class VariablesInAllowedPositionRule : IClosureRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL1025", "VariablesInAllowedPosition", "Variable of the wrong type", ErrorSeverity.Error);

    private readonly Dictionary<string, (VariableDefinitionSyntax Node, TypeReference? Type)> _definitions = new(StringComparer.Ordinal);

    public void CheckClosure(OperationDefinitionSyntax operation, IReadOnlyList<DefinitionFacts> closure, ValidationContext context)
    {
        _definitions.Clear();
        foreach (var variable in operation.VariableDefinitions)
            _definitions[variable.Variable.Name.Value] = (variable, KnownType(variable, context));
        foreach (var facts in closure)
        {
            foreach (var usage in facts.Usages)
            {
                if (usage.Type is not { } type || Find(usage.Node, context) is not (var definition, { } variableType))
                    continue;
                Check(definition, variableType, usage, type, context);
            }
        }
    }

    private (VariableDefinitionSyntax Node, TypeReference? Type)? Find(VariableSyntax variable, ValidationContext context)
    {
        if (variable.Definition is { } own)
            return (own, KnownType(own, context));
        return _definitions.TryGetValue(variable.Name.Value, out var known) ? known : null;
    }

    private static TypeReference? KnownType(VariableDefinitionSyntax definition, ValidationContext context)
    {
        var type = InputTypes.Reference(definition.Type);
        return context.FindNamedType(type) is null ? null : type;
    }

    private static void Check(
        VariableDefinitionSyntax definition, TypeReference variableType, in VariableUsage usage, TypeReference type, ValidationContext context)
    {
        if (!IsAllowed(definition, variableType, usage, type))
            context.Report(Descriptor, WrongType(definition, variableType, type), [definition, usage.Node]);

        // A default that is not null stands in for a null value, as it does at a non-null place (5.8.5).
        var mayBeNull = !variableType.IsNonNull && definition.DefaultValue is null or NullValueSyntax;
        if (mayBeNull && context.FindNamedType(usage.ParentType) is InputObjectType { IsOneOf: true } parent)
            context.Report(Descriptor, NullableInOneOf(definition, variableType, parent), [definition, usage.Node]);
    }

    private static string WrongType(VariableDefinitionSyntax definition, TypeReference variableType, TypeReference type) =>
        $"Variable \"${definition.Variable.Name.Value}\" of type \"{variableType}\" used in position expecting type \"{type}\".";

    private static string NullableInOneOf(VariableDefinitionSyntax definition, TypeReference variableType, InputObjectType parent) =>
        $"Variable \"${definition.Variable.Name.Value}\" is of type \"{variableType}\" "
            + $"but must be non-nullable to be used for OneOf Input Object \"{parent.Name}\".";

    private static bool IsAllowed(VariableDefinitionSyntax definition, TypeReference variableType, in VariableUsage usage, TypeReference type)
    {
        if (!type.IsNonNull || variableType.IsNonNull)
            return InputTypes.IsSubtype(variableType, type);
        var hasDefault = usage.HasDefault || definition.DefaultValue is not (null or NullValueSyntax);
        return hasDefault && InputTypes.IsSubtype(variableType, type.Nullable);
    }
}

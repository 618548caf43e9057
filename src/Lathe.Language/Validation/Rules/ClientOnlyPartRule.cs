using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>An operation asks for nothing that the client alone adds to the schema. Not of the specification: the server would refuse it.</summary>
internal sealed class ClientOnlyPartRule : IFieldRule, IArgumentRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL0022", "ClientOnlyPart", "The server does not have what is asked for", ErrorSeverity.Error);

    public void EnterField(FieldSyntax field, ValidationContext context)
    {
        if (context.Field is { } definition && context.Schema.IsOfClient(definition))
            context.Report(Descriptor, Message($"Field \"{context.ParentType?.Name}.{definition.Name}\""), field);
    }

    public void EnterArgument(ArgumentSyntax argument, ValidationContext context)
    {
        if (context.Argument is not { } definition)
            return;
        if (context.Directive is null)
        {
            if (!context.Schema.IsOfClient(definition))
                return;
            var field = $"{context.ParentType?.Name}.{context.Field?.Name}";
            context.Report(Descriptor, Message($"Argument \"{definition.Name}\" of field \"{field}\""), argument);
        }
        else if (context.Schema.IsDirectiveOfClient(context.Directive.Name) && HoldsVariable(argument.Value))
        {
            var directive = $"Directive \"@{context.Directive.Name}\"";
            context.Report(
                Descriptor,
                $"{directive} is the client's own and is not sent, so the server would find no use of the variable. Write a value.",
                argument);
        }
    }

    private static string Message(string what) =>
        $"{what} is added by \"schemaExtensions\", and the server does not have it. Take it out, or name its file under \"schema\".";

    private static bool HoldsVariable(ValueSyntax value) => value switch
    {
        VariableSyntax => true,
        ListValueSyntax list => list.Values.Any(HoldsVariable),
        ObjectValueSyntax input => input.Fields.Any(field => HoldsVariable(field.Value)),
        _ => false,
    };
}

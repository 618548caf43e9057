using Lathe.Language.TypeSystem;

namespace Lathe.Language.Changes.Rules;

/// <summary>An argument or input field is new.</summary>
internal sealed class InputAddedRule : ChangeRule
{
    public override void CompareInputs(ChangeContext context, MemberPair<InputValueDefinition> pair)
    {
        if (pair is not { Old: null, New: { } added })
            return;
        var what = pair.At.Kind == SchemaCoordinateKind.InputField ? "input field" : "argument";
        var code = pair.At.Kind switch
        {
            SchemaCoordinateKind.InputField => "INPUT_FIELD_ADDED",
            SchemaCoordinateKind.Argument => "ARG_ADDED",
            _ => "DIRECTIVE_ARG_ADDED",
        };
        if (added.IsRequired)
            context.Breaking("REQUIRED_" + code, pair, $"A required {what}, {pair.At}, was added.");
        else if (pair.At.Kind == SchemaCoordinateKind.DirectiveArgument)
            context.Safe("OPTIONAL_" + code, pair, $"An optional {what}, {pair.At}, was added.");
        else
            context.Dangerous("OPTIONAL_" + code, pair, $"An optional {what}, {pair.At}, was added.");
    }
}

using Lathe.Language.TypeSystem;

namespace Lathe.Language.Changes.Rules;

/// <summary>An argument or input field is no longer there.</summary>
internal sealed class InputRemovedRule : ChangeRule
{
    public override void CompareInputs(ChangeContext context, MemberPair<InputValueDefinition> pair)
    {
        if (pair.New is not null)
            return;
        switch (pair.At.Kind)
        {
            case SchemaCoordinateKind.InputField:
                context.Breaking("FIELD_REMOVED", pair, $"Input field {pair.At} was removed.");
                break;
            case SchemaCoordinateKind.Argument:
                context.Breaking("ARG_REMOVED", pair, $"Argument {pair.At} was removed.");
                break;
            default:
                context.Breaking("DIRECTIVE_ARG_REMOVED", pair, $"Argument {pair.At} was removed.");
                break;
        }
    }
}

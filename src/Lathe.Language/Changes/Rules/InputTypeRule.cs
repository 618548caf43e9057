using Lathe.Language.TypeSystem;

namespace Lathe.Language.Changes.Rules;

/// <summary>An argument or input field takes another type.</summary>
internal sealed class InputTypeRule : ChangeRule
{
    public override void CompareInputs(ChangeContext context, MemberPair<InputValueDefinition> pair)
    {
        if (pair is not { Old: { } old, New: { } @new } || old.Type == @new.Type)
            return;
        var isField = pair.At.Kind == SchemaCoordinateKind.InputField;
        var message = $"{(isField ? "Input field" : "Argument")} {pair.At} changed type from {old.Type} to {@new.Type}.";
        var code = isField ? "FIELD_CHANGED_KIND" : "ARG_CHANGED_KIND";
        if (TypeChanges.IsSafeInput(old.Type, @new.Type))
            context.Safe(code + "_SAFE", pair, message);
        else
            context.Breaking(code, pair, message);
    }
}

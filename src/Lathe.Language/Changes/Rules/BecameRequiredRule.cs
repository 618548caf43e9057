using Lathe.Language.TypeSystem;

namespace Lathe.Language.Changes.Rules;

/// <summary>The loss of a default makes an argument or input field required, though its type stays.</summary>
internal sealed class BecameRequiredRule : ChangeRule
{
    public override void CompareInputs(ChangeContext context, MemberPair<InputValueDefinition> pair)
    {
        if (pair is not { Old: { DefaultValue: not null }, New: { IsRequired: true } })
            return;
        var code = pair.At.Kind switch
        {
            SchemaCoordinateKind.InputField => "INPUT_FIELD_BECAME_REQUIRED",
            SchemaCoordinateKind.Argument => "ARG_BECAME_REQUIRED",
            _ => "DIRECTIVE_ARG_BECAME_REQUIRED",
        };
        context.Breaking(code, pair, $"{pair.At} has no default value any longer and must be given.");
    }
}

using Lathe.Language.TypeSystem;

namespace Lathe.Language.Changes.Rules;

/// <summary>A field answers with another type.</summary>
internal sealed class FieldTypeRule : ChangeRule
{
    public override void CompareFields(ChangeContext context, MemberPair<FieldDefinition> pair)
    {
        if (pair is not { Old: { } old, New: { } @new } || old.Type == @new.Type)
            return;
        var message = $"Field {pair.At} changed type from {old.Type} to {@new.Type}.";
        if (TypeChanges.IsSafeOutput(old.Type, @new.Type))
            context.Safe("FIELD_CHANGED_KIND_SAFE", pair, message);
        else
            context.Breaking("FIELD_CHANGED_KIND", pair, message);
    }
}

using Lathe.Language.TypeSystem;

namespace Lathe.Language.Changes.Rules;

/// <summary>A field of an object or interface type is new.</summary>
internal sealed class FieldAddedRule : ChangeRule
{
    public override void CompareFields(ChangeContext context, MemberPair<FieldDefinition> pair)
    {
        if (pair.Old is null)
            context.Safe("FIELD_ADDED", pair, $"Field {pair.At} was added.");
    }
}

using Lathe.Language.TypeSystem;

namespace Lathe.Language.Changes.Rules;

/// <summary>A type is no longer there.</summary>
internal sealed class TypeRemovedRule : ChangeRule
{
    public override void CompareSchemas(ChangeContext context)
    {
        foreach (var name in StandardScalars.UsedOnlyBy(context.Old, context.New, context.Same))
            context.Add(
                new SchemaChange(
                    "TYPE_REMOVED",
                    ChangeCriticality.Breaking,
                    SchemaCoordinate.OfType(name),
                    $"The standard scalar {name} is no longer used by the schema."));
    }

    public override void CompareTypes(ChangeContext context, MemberPair<NamedType> pair)
    {
        if (pair.New is null)
            context.Breaking("TYPE_REMOVED", pair, $"{pair.At} was removed.");
    }
}

using Lathe.Language.TypeSystem;

namespace Lathe.Language.Changes.Rules;

/// <summary>A type is new.</summary>
internal sealed class TypeAddedRule : ChangeRule
{
    public override void CompareSchemas(ChangeContext context)
    {
        foreach (var name in StandardScalars.UsedOnlyBy(context.New, context.Old, context.Same))
            context.Add(
                new SchemaChange(
                    "TYPE_ADDED", ChangeCriticality.Safe, SchemaCoordinate.OfType(name), $"The standard scalar {name} is now used by the schema."));
    }

    public override void CompareTypes(ChangeContext context, MemberPair<NamedType> pair)
    {
        if (pair.Old is null)
            context.Safe("TYPE_ADDED", pair, $"{pair.At} was added.");
    }
}

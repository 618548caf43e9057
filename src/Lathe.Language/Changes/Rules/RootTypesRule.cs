using Lathe.Language.Syntax;

namespace Lathe.Language.Changes.Rules;

/// <summary>A kind of operation is offered no longer, newly, or by another type.</summary>
internal sealed class RootTypesRule : ChangeRule
{
    public override void CompareSchemas(ChangeContext context)
    {
        foreach (var kind in new[] { OperationType.Query, OperationType.Mutation, OperationType.Subscription })
        {
            var (before, after) = (context.Old.FindRootTypeName(kind), context.New.FindRootTypeName(kind));
            if (before == after)
                continue;
            var word = kind.ToString().ToLowerInvariant();
            var at = new SchemaCoordinate(SchemaCoordinateKind.Schema, "schema", word);
            context.Add(Describe(at, word, before, after));
        }
    }

    private static SchemaChange Describe(SchemaCoordinate at, string word, string? before, string? after)
    {
        if (before is null)
            return new("ROOT_TYPE_ADDED", ChangeCriticality.Safe, at, $"The schema now has a {word} type, {after}.");
        if (after is null)
            return new("ROOT_TYPE_REMOVED", ChangeCriticality.Breaking, at, $"The schema no longer has a {word} type; it was {before}.");
        // Operations name fields and not the root type. TYPE_REMOVED finds fragments on it.
        return new("ROOT_TYPE_CHANGED", ChangeCriticality.Breaking, at, $"The {word} type changed from {before} to {after}.");
    }
}

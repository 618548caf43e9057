using Lathe.Language.Projects;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Binding;

/// <summary>Makes groups of the selection sets of one operation or fragment. Fragments are not walked again: their groups are added.</summary>
/// <param name="context">What the client's binders share.</param>
/// <param name="owner">The operation or fragment.</param>
/// <param name="spreads">The fragments that it spreads itself, by name.</param>
/// <param name="byDefault">What becomes of errors where a field says nothing.</param>
/// <param name="work">Counts and ends the work.</param>
internal sealed class GroupCollector(
    ClientContext context, ResultContainer owner, IReadOnlyDictionary<string, BoundFragment> spreads, ErrorHandling byDefault, BindingWork work)
{
    private readonly GroupMerger _merger = new(context.Typenames, work);

    /// <summary>Makes the group of a selection set; the parser bounds the nesting.</summary>
    /// <param name="set">The set of a field, operation or fragment definition.</param>
    /// <param name="type">The type that it selects from.</param>
    public FieldGroup Collect(SelectionSetSyntax set, NamedType type)
    {
        var builder = new GroupBuilder(owner, context.Typenames, work);
        if (context.Typenames.MustAdd(set, type.Name, work.CancellationToken) && context.Schema.FindField(type, "__typename") is { } typename)
            builder.Add(new FieldEntry("__typename", type, typename, TypeGuard.None, ConditionSet.None, null, IsHidden: true));
        Visit(set, type, TypeGuard.None, ConditionSet.None, builder);
        return new FieldGroup(owner, builder.Build(), OnlyFragment(set));
    }

    private void Visit(SelectionSetSyntax set, NamedType type, TypeGuard guard, ConditionSet outer, GroupBuilder builder)
    {
        foreach (var selection in set.Selections)
        {
            work.Step();
            var conditions = outer.And(selection.Directives);
            if (selection is FieldSyntax field)
                AddField(field, type, guard, conditions, builder);
            else if (selection is InlineFragmentSyntax inline)
                VisitInline(inline, type, guard, conditions, builder);
            else if (selection is FragmentSpreadSyntax spread && spreads.TryGetValue(spread.Name.Value, out var fragment))
                Spread(fragment, type, guard, conditions, builder);
        }
    }

    private void AddField(FieldSyntax field, NamedType type, TypeGuard guard, ConditionSet conditions, GroupBuilder builder)
    {
        if (context.Schema.FindField(type, field.Name.Value) is not { } definition)
            return;
        var child = field.SelectionSet is { } set && context.Schema.FindType(definition.Type.NamedType) is { } below
            ? Collect(set, below)
            : null;
        builder.Add(new FieldEntry(field.ResponseKey, type, definition, guard, conditions, child, IsHidden: false)
        {
            Errors = FieldErrors.Of(
                context.Schema, field, definition, SemanticNonNull.Apply(definition, type), byDefault, context.Client.OnError == ErrorBehavior.Null),
        });
    }

    private void VisitInline(InlineFragmentSyntax inline, NamedType type, TypeGuard guard, ConditionSet conditions, GroupBuilder builder)
    {
        if (inline.TypeCondition is { } condition)
        {
            if (context.Schema.FindType(condition.Name.Value) is not { } narrower)
                return;
            guard = Narrow(condition.Name.Value, type, guard, builder);
            type = narrower;
        }

        Visit(inline.SelectionSet, type, guard, conditions, builder);
    }

    private void Spread(BoundFragment fragment, NamedType type, TypeGuard guard, ConditionSet conditions, GroupBuilder builder)
    {
        var inner = Narrow(fragment.Type.Name, type, guard, builder);
        if (conditions.IsEmpty)
            builder.View(fragment, inner);
        builder.Add(fragment.Group.Content(_merger), inner, conditions);
    }

    // A condition that every object here meets is dropped.
    private TypeGuard Narrow(string condition, NamedType type, TypeGuard guard, GroupBuilder builder)
    {
        if (context.Typenames.Covers(condition, type.Name))
            return guard;
        var inner = guard.And(condition, context.Typenames);
        builder.Narrow(inner);
        return inner;
    }

    private BoundFragment? OnlyFragment(SelectionSetSyntax set) =>
        set.Selections is [FragmentSpreadSyntax spread] && !SelectionConditions.IsConditional(spread.Directives)
        && spreads.TryGetValue(spread.Name.Value, out var fragment)
            ? fragment
            : null;
}

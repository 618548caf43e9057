using Lathe.Language.Changes.Rules;
using Lathe.Language.TypeSystem;

namespace Lathe.Language.Changes.Comparison;

/// <summary>Shows each part of the two schemas to each rule.</summary>
internal sealed class SchemaWalk(ChangeContext context, CancellationToken cancellationToken)
{
    private readonly ChangeRule[] _rules = [.. ChangeRules.Registered.Select(static registration => registration.Create())];

    public void Walk()
    {
        foreach (var rule in _rules)
            rule.CompareSchemas(context);
        foreach (var name in context.Old.TypeNames.Union(context.New.TypeNames, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!context.Same.Types.Contains(name) && !context.Old.IsBuiltInType(name) && !context.New.IsBuiltInType(name))
                WalkType(new MemberPair<NamedType>(SchemaCoordinate.OfType(name), context.Old.FindType(name), context.New.FindType(name)));
        }

        foreach (var name in context.Old.DirectiveNames.Union(context.New.DirectiveNames, StringComparer.Ordinal))
        {
            if (!context.Same.Directives.Contains(name) && !context.Old.IsBuiltInDirective(name) && !context.New.IsBuiltInDirective(name))
                WalkDirective(
                    new MemberPair<DirectiveDefinition>(
                        SchemaCoordinate.OfDirective(name), context.Old.FindDirective(name), context.New.FindDirective(name)));
        }
    }

    private void WalkType(MemberPair<NamedType> pair)
    {
        foreach (var rule in _rules)
            rule.CompareTypes(context, pair);
        if (pair.Old is null || pair.New is null || pair.Old.GetType() != pair.New.GetType())
            return;
        switch (pair.Old)
        {
            case FieldsType type:
                WalkFields(type, (FieldsType)pair.New);
                break;
            case InputObjectType type:
                WalkInputs(type.Fields, ((InputObjectType)pair.New).Fields, name => new(SchemaCoordinateKind.InputField, type.Name, name));
                break;
            case EnumType type:
                foreach (var values in Match(type.Values, ((EnumType)pair.New).Values, name => new(SchemaCoordinateKind.EnumValue, type.Name, name)))
                    Show(values, static (rule, context, values) => rule.CompareEnumValues(context, values));
                break;
        }
    }

    private void WalkFields(FieldsType oldType, FieldsType newType)
    {
        foreach (var pair in Match(oldType.Fields, newType.Fields, name => new(SchemaCoordinateKind.Field, oldType.Name, name)))
        {
            Show(pair, static (rule, context, pair) => rule.CompareFields(context, pair));
            if (pair is { Old: { } oldField, New: { } newField })
                WalkInputs(oldField.Arguments, newField.Arguments, name => new(SchemaCoordinateKind.Argument, oldType.Name, oldField.Name, name));
        }
    }

    private void WalkDirective(MemberPair<DirectiveDefinition> pair)
    {
        Show(pair, static (rule, context, pair) => rule.CompareDirectives(context, pair));
        if (pair is { Old: { } oldDirective, New: { } newDirective })
            WalkInputs(
                oldDirective.Arguments,
                newDirective.Arguments,
                name => new(SchemaCoordinateKind.DirectiveArgument, oldDirective.Name, Argument: name));
    }

    private void WalkInputs(IReadOnlyList<InputValueDefinition> old, IReadOnlyList<InputValueDefinition> @new, Func<string, SchemaCoordinate> at)
    {
        foreach (var pair in Match(old, @new, at))
            Show(pair, static (rule, context, pair) => rule.CompareInputs(context, pair));
    }

    private void Show<T>(MemberPair<T> pair, Action<ChangeRule, ChangeContext, MemberPair<T>> compare)
        where T : SchemaMember
    {
        foreach (var rule in _rules)
            compare(rule, context, pair);
    }

    /// <summary>Pairs members by name; of a name that a faulty schema has twice, the first counts.</summary>
    private static IEnumerable<MemberPair<T>> Match<T>(IReadOnlyList<T> old, IReadOnlyList<T> @new, Func<string, SchemaCoordinate> at)
        where T : SchemaMember
    {
        if (old.Count == 0 && @new.Count == 0)
            yield break;
        var newByName = MemberIndex.Create(@new);
        var oldByName = MemberIndex.Create(old);
        foreach (var member in oldByName.Values)
            yield return new MemberPair<T>(at(member.Name), member, newByName.TryGetValue(member.Name, out var same) ? same : null);
        foreach (var member in newByName.Values)
        {
            if (!oldByName.ContainsKey(member.Name))
                yield return new MemberPair<T>(at(member.Name), null, member);
        }
    }
}

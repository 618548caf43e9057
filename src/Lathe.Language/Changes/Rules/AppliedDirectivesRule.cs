using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Language.Changes.Rules;

/// <summary>
/// The directives applied to a part changed. They say how the server works (of federation: which subgraph answers), so that
/// operations stay as they are; only <c>@inaccessible</c> takes a part out of what clients see.
/// </summary>
internal sealed class AppliedDirectivesRule : ChangeRule
{
    private static readonly HashSet<string> s_hasRuleOfItsOwn = new(["deprecated", "specifiedBy", "oneOf"], StringComparer.Ordinal);

    public override void CompareTypes(ChangeContext context, MemberPair<NamedType> pair) => Compare(context, pair);

    public override void CompareFields(ChangeContext context, MemberPair<FieldDefinition> pair) => Compare(context, pair);

    public override void CompareInputs(ChangeContext context, MemberPair<InputValueDefinition> pair) => Compare(context, pair);

    public override void CompareEnumValues(ChangeContext context, MemberPair<EnumValueDefinition> pair) => Compare(context, pair);

    public override void CompareDirectives(ChangeContext context, MemberPair<DirectiveDefinition> pair) => Compare(context, pair);

    private static void Compare<T>(ChangeContext context, MemberPair<T> pair)
        where T : SchemaMember
    {
        if (pair is not { Old: { } old, New: { } @new } || (old.Directives.Count == 0 && @new.Directives.Count == 0))
            return;
        var before = old.Directives.Select(Text).ToList();
        var after = @new.Directives.Select(Text).ToList();
        foreach (var text in before.ToArray())
        {
            if (after.Remove(text))
                before.Remove(text);
        }

        foreach (var text in before.Where(IsReported))
            context.Safe("DIRECTIVE_USAGE_REMOVED", pair, $"{text} was removed from {pair.At}.", text);
        foreach (var text in after.Where(IsReported))
            Added(context, pair, text);
    }

    private static void Added<T>(ChangeContext context, MemberPair<T> pair, string text)
        where T : SchemaMember
    {
        if (text == "@inaccessible")
            context.Dangerous(
                "DIRECTIVE_USAGE_ADDED", pair, $"{pair.At} was marked @inaccessible: clients will not see it in the composed schema.", text);
        else
            context.Safe("DIRECTIVE_USAGE_ADDED", pair, $"{text} was added to {pair.At}.", text);
    }

    private static bool IsReported(string text) => !s_hasRuleOfItsOwn.Contains(text.Split('(')[0].TrimStart('@'));

    private static string Text(DirectiveSyntax directive)
    {
        if (directive.Arguments.Count == 0)
            return "@" + directive.Name.Value;
        var arguments = directive.Arguments
            .OrderBy(argument => argument.Name.Value, StringComparer.Ordinal)
            .Select(argument => $"{argument.Name.Value}: {DefaultValues.Write(argument.Value)}");
        return $"@{directive.Name.Value}({string.Join(", ", arguments)})";
    }
}

using System.Text;
using Lathe.Language.Syntax;

namespace Lathe.Testing.Faking;

/// <summary>Groups the types of a place by the type conditions that hold for them: each group is a case of the operation.</summary>
internal static class FakeCases
{
    public static FakeCase[] Of(FakePlan plan, string declaredType, IReadOnlyList<SelectionSetSyntax> selections)
    {
        var types = plan.Schema.GetPossibleTypes(declaredType);
        var conditions = new HashSet<string>(StringComparer.Ordinal);
        if (types.Count > 1)
        {
            foreach (var set in selections)
                Collect(plan, set, conditions);
        }

        var ordered = conditions.Order(StringComparer.Ordinal).ToArray();
        return [.. types.GroupBy(type => Signature(plan, type, ordered), StringComparer.Ordinal).Select(static group => new FakeCase([.. group]))];
    }

    private static void Collect(FakePlan plan, SelectionSetSyntax set, HashSet<string> conditions)
    {
        foreach (var selection in set.Selections.Where(plan.Holds))
        {
            if (selection is FieldSyntax || plan.SetOf(selection) is not { } inner)
                continue;
            if (inner.Condition is { } condition)
                conditions.Add(condition);
            Collect(plan, inner.Set, conditions);
        }
    }

    private static string Signature(FakePlan plan, string type, string[] conditions)
    {
        var text = new StringBuilder(conditions.Length);
        foreach (var condition in conditions)
            text.Append(plan.Applies(type, condition) ? '1' : '0');
        return text.ToString();
    }
}

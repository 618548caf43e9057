using System.Collections;

namespace MachineMetrics.Server.Filtering;

/// <summary>
/// Evaluates a <c>where</c> clause as SQL would: a comparison with null is unknown (null here), and only what is
/// certainly true is kept, so that <c>_not</c> does not let unknown values in.
/// </summary>
internal static class Where
{
    public static bool Keeps(object entity, IDictionary<string, object?> clause) => Evaluate(entity, clause) == true;

    private static bool? Evaluate(object entity, IDictionary<string, object?> clause)
    {
        bool? all = true;
        foreach (var (member, operand) in clause)
        {
            if (operand is not null)
                all &= Evaluate(entity, member, operand);
        }

        return all;
    }

    private static bool? Evaluate(object entity, string member, object operand) => member switch
    {
        "_and" => Clauses(operand).Aggregate((bool?)true, (all, clause) => all & Evaluate(entity, clause)),
        "_or" => Clauses(operand).Aggregate((bool?)false, (any, clause) => any | Evaluate(entity, clause)),
        "_not" => !Evaluate(entity, (IDictionary<string, object?>)operand),
        _ => Field(entity, Members.Find(entity, member), (IDictionary<string, object?>)operand),
    };

    // A relation is a question of existence, so it has an answer even where there is nothing.
    private static bool? Field(object entity, Member member, IDictionary<string, object?> operand) => member.Kind switch
    {
        MemberKind.Leaf => Comparison.Evaluate(member.Read(entity), operand),
        MemberKind.Object => member.Read(entity) is { } related && Keeps(related, operand),
        _ => ((IEnumerable)member.Read(entity)!).Cast<object>().Any(related => Keeps(related, operand)),
    };

    private static IEnumerable<IDictionary<string, object?>> Clauses(object operand) =>
        ((IEnumerable)operand).Cast<IDictionary<string, object?>>();
}

using System.Collections;
using System.Text.Json.Nodes;

namespace MachineMetrics.Server.Filtering;

/// <summary>Evaluates the operators of one comparison input, all of which must hold.</summary>
internal static class Comparison
{
    private delegate bool Test(object value, object operand);

    private static readonly Dictionary<string, Test> s_operators = new(StringComparer.Ordinal)
    {
        ["_eq"] = Leaf.AreEqual,
        ["_neq"] = (value, operand) => !Leaf.AreEqual(value, operand),
        ["_gt"] = (value, operand) => Leaf.Compare(value, operand) > 0,
        ["_gte"] = (value, operand) => Leaf.Compare(value, operand) >= 0,
        ["_lt"] = (value, operand) => Leaf.Compare(value, operand) < 0,
        ["_lte"] = (value, operand) => Leaf.Compare(value, operand) <= 0,
        ["_in"] = IsIn,
        ["_nin"] = (value, operand) => !IsIn(value, operand),
        ["_like"] = (value, operand) => Pattern.Like(value, operand, ignoreCase: false),
        ["_nlike"] = (value, operand) => !Pattern.Like(value, operand, ignoreCase: false),
        ["_ilike"] = (value, operand) => Pattern.Like(value, operand, ignoreCase: true),
        ["_nilike"] = (value, operand) => !Pattern.Like(value, operand, ignoreCase: true),
        ["_regex"] = (value, operand) => Pattern.Regex(value, operand, ignoreCase: false),
        ["_nregex"] = (value, operand) => !Pattern.Regex(value, operand, ignoreCase: false),
        ["_iregex"] = (value, operand) => Pattern.Regex(value, operand, ignoreCase: true),
        ["_niregex"] = (value, operand) => !Pattern.Regex(value, operand, ignoreCase: true),
        ["_contains"] = (value, operand) => Json.Contains((JsonNode)value, (JsonNode)operand),
        ["_contained_in"] = (value, operand) => Json.Contains((JsonNode)operand, (JsonNode)value),
        ["_has_key"] = (value, operand) => Json.HasKey((JsonNode)value, (string)operand),
        ["_has_keys_any"] = (value, operand) => Texts(operand).Any(key => Json.HasKey((JsonNode)value, key)),
        ["_has_keys_all"] = (value, operand) => Texts(operand).All(key => Json.HasKey((JsonNode)value, key)),
    };

    public static bool? Evaluate(object? value, IDictionary<string, object?> operators)
    {
        bool? all = true;
        foreach (var (name, operand) in operators)
        {
            if (operand is null)
                continue;
            all &= name == "_is_null" ? (value is null) == (bool)operand
                : value is null ? null
                : s_operators[name](value, operand);
        }

        return all;
    }

    private static bool IsIn(object value, object operand) =>
        ((IEnumerable)operand).Cast<object>().Any(item => Leaf.AreEqual(value, item));

    private static IEnumerable<string> Texts(object operand) => ((IEnumerable)operand).Cast<string>();
}

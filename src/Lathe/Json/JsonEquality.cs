using System.Text.Json;

namespace Lathe.Json;

/// <summary>Compares JSON values by what they mean: the order of members and the writing of strings do not count.</summary>
internal static class JsonEquality
{
    public static bool AreEqual(JsonElement left, JsonElement right) => left.ValueKind == right.ValueKind && left.ValueKind switch
    {
        JsonValueKind.Object => HaveEqualMembers(left, right),
        JsonValueKind.Array => left.GetArrayLength() == right.GetArrayLength()
            && left.EnumerateArray().Zip(right.EnumerateArray(), AreEqual).All(static same => same),
        JsonValueKind.String => left.ValueEquals(right.GetString()),
        JsonValueKind.Number => left.GetRawText() == right.GetRawText()
            || (left.TryGetDecimal(out var first) && right.TryGetDecimal(out var second) && first == second),
        _ => true,
    };

    private static bool HaveEqualMembers(JsonElement left, JsonElement right)
    {
        var members = left.EnumerateObject().Count();
        return members == right.EnumerateObject().Count()
            && left.EnumerateObject().All(member => right.TryGetProperty(member.Name, out var other) && AreEqual(member.Value, other));
    }

    // Equal numbers may be written in many ways, and members in any order.
    public static int HashOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.GetHashCode(StringComparison.Ordinal),
        JsonValueKind.Array => HashCode.Combine(JsonValueKind.Array, value.GetArrayLength()),
        var kind => (int)kind,
    };
}

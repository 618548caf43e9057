using System.Text.Json.Nodes;

namespace MachineMetrics.Server.Filtering;

/// <summary>How the values of leaf types compare.</summary>
internal static class Leaf
{
    public static bool AreEqual(object left, object right) =>
        left is JsonNode json ? JsonNode.DeepEquals(json, (JsonNode)right) : left.Equals(right);

    /// <summary>Compares two values of one type; text by its code units, whatever the culture.</summary>
    public static int Compare(object left, object right) =>
        left is string text ? string.CompareOrdinal(text, (string)right)
        : left is JsonNode json ? string.CompareOrdinal(json.ToJsonString(), ((JsonNode)right).ToJsonString())
        : ((IComparable)left).CompareTo(right);
}

using System.Text.Json;

namespace Lathe.Tool.Running;

/// <summary>Follows response keys through the objects of an answer.</summary>
internal static class ResponseKeys
{
    /// <summary>Follows keys.</summary>
    /// <returns>What they lead to; undefined where they lead nowhere.</returns>
    public static JsonElement Follow(JsonElement value, IEnumerable<string> keys)
    {
        foreach (var key in keys)
        {
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(key, out value))
                return default;
        }

        return value;
    }
}

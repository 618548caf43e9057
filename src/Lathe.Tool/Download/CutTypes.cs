using System.Text.Json;

namespace Lathe.Tool.Download;

/// <summary>Finds types that an introspection result does not tell whole, as they nest deeper than was asked.</summary>
internal static class CutTypes
{
    /// <summary>Tells whether a list or non-null type stands anywhere without the type that it wraps.</summary>
    /// <param name="element">The result, or a part of it. The JSON reader bounds its depth.</param>
    public static bool IsIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => IsCut(element) || element.EnumerateObject().Any(property => IsIn(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().Any(IsIn),
        _ => false,
    };

    // A null where it was asked for is a fault of the server. More levels do not help.
    private static bool IsCut(JsonElement type) =>
        type.TryGetProperty("kind", out var kind)
        && kind.ValueKind == JsonValueKind.String
        && (kind.ValueEquals("LIST"u8) || kind.ValueEquals("NON_NULL"u8))
        && !type.TryGetProperty("ofType", out _);
}

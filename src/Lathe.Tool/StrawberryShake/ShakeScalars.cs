namespace Lathe.Tool.StrawberryShake;

/// <summary>The .NET types that scalars have there, as a configuration of Lathe names them.</summary>
internal static class ShakeScalars
{
    // Those that Strawberry Shake knows by name and Lathe has the same type for.
    private static readonly HashSet<string> s_same = new(StringComparer.OrdinalIgnoreCase)
    {
        "String", "ID", "Int", "Float", "Boolean", "Byte", "Short", "Long", "Decimal", "Url", "URI", "Uuid", "Guid",
        "DateTime", "Date", "TimeSpan", "ByteArray", "Any", "JSON",
        "Upload", "LocalDate", "LocalDateTime", "LocalTime",
        "Base64String", "UnsignedByte", "UnsignedShort", "UnsignedInt", "UnsignedLong",
    };

    private static readonly Dictionary<string, string> s_types = new(StringComparer.Ordinal)
    {
        ["System.String"] = "string", ["System.Boolean"] = "bool", ["System.Byte"] = "int", ["System.Int16"] = "int", ["System.Int32"] = "int",
        ["System.Int64"] = "long", ["System.Single"] = "double", ["System.Double"] = "double", ["System.Decimal"] = "decimal",
        ["System.Guid"] = "System.Guid", ["System.Uri"] = "System.Uri", ["System.DateTime"] = "System.DateTime",
        ["System.DateTimeOffset"] = "System.DateTimeOffset", ["System.DateOnly"] = "System.DateOnly", ["System.TimeOnly"] = "System.TimeOnly",
        ["System.TimeSpan"] = "System.TimeSpan", ["System.Byte[]"] = "byte[]", ["System.Text.Json.JsonElement"] = "System.Text.Json.JsonElement",
        ["System.Text.Json.JsonDocument"] = "System.Text.Json.JsonElement", ["System.Numerics.BigInteger"] = "System.Numerics.BigInteger",
        ["string"] = "string", ["bool"] = "bool", ["byte"] = "int", ["short"] = "int", ["int"] = "int", ["long"] = "long", ["float"] = "double",
        ["double"] = "double", ["decimal"] = "decimal", ["byte[]"] = "byte[]",
    };

    /// <summary>Tells a type that Lathe reads without a converter.</summary>
    /// <returns>The type; null for others.</returns>
    public static string? Read(string type) => s_types.GetValueOrDefault(type);

    /// <summary>Tells whether a scalar has the same type by its name alone.</summary>
    public static bool AreSame(string scalar) => s_same.Contains(scalar);
}

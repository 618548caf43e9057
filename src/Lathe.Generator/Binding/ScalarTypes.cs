using Lathe.Language.Configuration;

namespace Lathe.Generator.Binding;

/// <summary>The .NET types that scalars are read to without a converter, and how they may be written in the configuration.</summary>
internal static class ScalarTypes
{
    private static readonly (ScalarKind Kind, string ClrType, string[] Names)[] s_known =
    [
        (ScalarKind.String, "string", ["string", "String"]),
        (ScalarKind.Int, "int", ["int", "Int32"]),
        (ScalarKind.Long, "long", ["long", "Int64"]),
        (ScalarKind.Double, "double", ["double", "Double"]),
        (ScalarKind.Boolean, "bool", ["bool", "Boolean"]),
        (ScalarKind.Decimal, "decimal", ["decimal", "Decimal"]),
        (ScalarKind.BigInteger, "global::System.Numerics.BigInteger", ["BigInteger", "Numerics.BigInteger"]),
        (ScalarKind.DateTimeOffset, "global::System.DateTimeOffset", ["DateTimeOffset"]),
        (ScalarKind.DateTime, "global::System.DateTime", ["DateTime"]),
        (ScalarKind.DateOnly, "global::System.DateOnly", ["DateOnly"]),
        (ScalarKind.TimeOnly, "global::System.TimeOnly", ["TimeOnly"]),
        (ScalarKind.TimeSpan, "global::System.TimeSpan", ["TimeSpan"]),
        (ScalarKind.Guid, "global::System.Guid", ["Guid"]),
        (ScalarKind.Uri, "global::System.Uri", ["Uri"]),
        (ScalarKind.Bytes, "byte[]", ["byte[]", "Byte[]"]),
        (ScalarKind.File, "global::Lathe.GraphQLFile", ["Lathe.GraphQLFile"]),
        (ScalarKind.Json, "global::System.Text.Json.JsonElement", ["JsonElement", "Text.Json.JsonElement"]),
    ];

    private static readonly string[] s_keywords =
    [
        "bool", "byte", "sbyte", "short", "ushort", "int", "uint", "long", "ulong", "float", "double", "decimal", "char", "string", "object",
    ];

    /// <summary>Finds the way to read a type that the configuration names, with or without <c>System.</c>; null for a type of the user's.</summary>
    public static ScalarKind? FindKind(string type)
    {
        var name = WithoutPrefix(WithoutPrefix(type, "global::"), "System.");
        foreach (var known in s_known)
        {
            if (Array.IndexOf(known.Names, name) >= 0)
                return known.Kind;
        }

        return null;
    }

    /// <summary>Gets the type as written in code.</summary>
    public static string ClrType(ScalarKind kind) =>
        kind == ScalarKind.Id ? "string" : s_known.First(known => known.Kind == kind).ClrType;

    /// <summary>Puts <c>global::</c> before a name unless it is a keyword or has it.</summary>
    public static string Qualify(string type) =>
        type.StartsWith("global::", StringComparison.Ordinal) || Array.IndexOf(s_keywords, type.TrimEnd('[', ']')) >= 0 ? type : "global::" + type;

    private static string WithoutPrefix(string text, string prefix) =>
        text.StartsWith(prefix, StringComparison.Ordinal) ? text.Substring(prefix.Length) : text;
}

using Lathe.Language.Configuration;

namespace Lathe.Generator.Binding;

/// <summary>The .NET types that scalars are read to without a converter, and how they may be written in the configuration.</summary>
internal static class ScalarTypes
{
    private static readonly KnownScalar[] s_known =
    [
        new(ScalarKind.String, "string", "ReadString", true, "string", "String"),
        new(ScalarKind.Id, "string", "ReadId", true),
        new(ScalarKind.Int, "int", "ReadInt32", false, "int", "Int32"),
        new(ScalarKind.Long, "long", "ReadInt64", false, "long", "Int64"),
        new(ScalarKind.Double, "double", "ReadDouble", false, "double", "Double"),
        new(ScalarKind.Boolean, "bool", "ReadBoolean", false, "bool", "Boolean"),
        new(ScalarKind.Decimal, "decimal", "ReadDecimal", false, "decimal", "Decimal"),
        new(ScalarKind.BigInteger, "global::System.Numerics.BigInteger", "ReadBigInteger", false, "BigInteger", "Numerics.BigInteger"),
        new(ScalarKind.DateTimeOffset, "global::System.DateTimeOffset", "ReadDateTimeOffset", false, "DateTimeOffset"),
        new(ScalarKind.DateTime, "global::System.DateTime", "ReadDateTime", false, "DateTime"),
        new(ScalarKind.DateOnly, "global::System.DateOnly", "ReadDate", false, "DateOnly"),
        new(ScalarKind.TimeOnly, "global::System.TimeOnly", "ReadTime", false, "TimeOnly"),
        new(ScalarKind.TimeSpan, "global::System.TimeSpan", "ReadTimeSpan", false, "TimeSpan"),
        new(ScalarKind.Guid, "global::System.Guid", "ReadGuid", false, "Guid"),
        new(ScalarKind.Uri, "global::System.Uri", "ReadUri", true, "Uri"),
        new(ScalarKind.Bytes, "byte[]", "ReadBytes", true, "byte[]", "Byte[]"),
        new(ScalarKind.File, "global::Lathe.GraphQLFile", null, true, "Lathe.GraphQLFile"),
        new(ScalarKind.Json, "global::System.Text.Json.JsonElement", "ReadElement", false, "JsonElement", "Text.Json.JsonElement"),
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
    public static string ClrType(ScalarKind kind) => Find(kind).ClrType;

    /// <summary>Gets the method of the run time's cursor that reads a value.</summary>
    public static string Reader(ScalarKind kind) =>
        Find(kind).Reader ?? throw new ArgumentOutOfRangeException(nameof(kind), kind, "No reader for this kind of scalar.");

    /// <summary>Gets what the run time's methods that write a member of the kind have behind <c>Write</c>.</summary>
    public static string WriterSuffix(ScalarKind kind) => kind switch
    {
        ScalarKind.Id => "String",
        ScalarKind.Converter => "Scalar",
        _ => WithoutPrefix(Reader(kind), "Read"),
    };

    /// <summary>Tells whether a value is an object, so that a caller may pass null.</summary>
    public static bool IsReference(ScalarKind kind) => kind == ScalarKind.Converter || Find(kind).IsReference;

    /// <summary>Puts <c>global::</c> before a name unless it is a keyword or has it.</summary>
    public static string Qualify(string type) =>
        type.StartsWith("global::", StringComparison.Ordinal) || Array.IndexOf(s_keywords, type.TrimEnd('[', ']')) >= 0 ? type : "global::" + type;

    private static KnownScalar Find(ScalarKind kind)
    {
        foreach (var known in s_known)
        {
            if (known.Kind == kind)
                return known;
        }

        throw new ArgumentOutOfRangeException(nameof(kind), kind, "No .NET type for this kind of scalar.");
    }

    private static string WithoutPrefix(string text, string prefix) =>
        text.StartsWith(prefix, StringComparison.Ordinal) ? text.Substring(prefix.Length) : text;

    // All differences between kinds, except how they are written and read.
    private sealed class KnownScalar(ScalarKind kind, string clrType, string? reader, bool isReference, params string[] names)
    {
        public ScalarKind Kind => kind;

        public string ClrType => clrType;

        public string? Reader => reader;

        public bool IsReference => isReference;

        public string[] Names => names;
    }
}

namespace Lathe.Generator.Emission;

/// <summary>The names that readers share.</summary>
internal static class ReaderNames
{
    public const string Json = "global::Lathe.Json.";

    public const string Cursor = Json + "JsonCursor";

    /// <summary>Returns the declaration of a table of names.</summary>
    /// <param name="table">The field's name.</param>
    /// <param name="names">GraphQL names, with <c>?</c> behind that of a member that may be missing.</param>
    public static string TableDeclaration(string table, IEnumerable<string> names) =>
        $"static readonly global::Lathe.Json.JsonNames {table} = \"{string.Join(" ", names)}\"u8;";
}

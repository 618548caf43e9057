namespace Lathe.Generator.Emission;

/// <summary>The names that readers share.</summary>
internal static class ReaderNames
{
    public const string Cursor = "global::Lathe.Json.JsonCursor";

    /// <summary>Returns the name of the table of names that a reader searches.</summary>
    /// <param name="method">The reader's name.</param>
    public static string Table(string method) =>
        "s_" + (method.StartsWith("Read", StringComparison.Ordinal) ? method.Substring("Read".Length) : method);

    /// <summary>Returns the declaration of such a table.</summary>
    /// <param name="table">The field's name.</param>
    /// <param name="names">GraphQL names.</param>
    public static string TableDeclaration(string table, IEnumerable<string> names) =>
        $"private static readonly global::Lathe.Json.JsonNames {table} = new(\"{string.Join(" ", names)}\"u8);";
}

using Lathe.Generator.Model;

namespace Lathe.Generator.Emission;

/// <summary>The names that readers share.</summary>
internal static class ReaderNames
{
    public const string Json = "global::Lathe.Json.";

    public const string Cursor = Json + "JsonCursor";

    /// <summary>Returns the table of a record's names: within it where it stands alone, else in the static class around it.</summary>
    /// <param name="record">The record.</param>
    public static string Table(ObjectModel record) => record.IsNested ? "s_" + record.Name : "s_names";

    /// <summary>Returns the declaration of a table of names.</summary>
    /// <param name="table">The field's name.</param>
    /// <param name="names">GraphQL names, with <c>?</c> behind that of a member that may be missing.</param>
    public static string TableDeclaration(string table, IEnumerable<string> names) =>
        $"static readonly global::Lathe.Json.JsonNames {TableDefinition(table, names)};";

    /// <summary>Returns a table's name with what it is made of.</summary>
    /// <inheritdoc cref="TableDeclaration"/>
    public static string TableDefinition(string table, IEnumerable<string> names) => $"{table} = \"{string.Join(" ", names)}\"u8";
}

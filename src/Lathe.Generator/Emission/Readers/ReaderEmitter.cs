using Lathe.Generator.Model;

namespace Lathe.Generator.Emission;

/// <summary>
/// Writes the tables of names of an operation or fragment and its class <c>Json</c>: one reader for each abstract record. Others have a constructor
/// that reads.
/// </summary>
internal static class ReaderEmitter
{
    /// <summary>Writes the tables, and the nested class where a record is abstract.</summary>
    /// <param name="writer">Within the static class of the operation or fragment.</param>
    /// <param name="results">The records that the file declares.</param>
    public static void Emit(CodeWriter writer, IReadOnlyList<ResultModel> results)
    {
        ObjectReaderEmitter.EmitTables(writer, results);
        var types = results.OfType<AbstractModel>().ToList();
        if (types.Count == 0)
            return;
        writer.Line();
        using (writer.Open("internal static class Json"))
        {
            foreach (var type in types)
                AbstractReaderEmitter.Emit(writer, type);
        }
    }
}

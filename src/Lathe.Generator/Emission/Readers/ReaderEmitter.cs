using Lathe.Generator.Model;

namespace Lathe.Generator.Emission;

/// <summary>
/// Writes the class <c>Json</c> of an operation or fragment: one reader for each abstract record. Others have a constructor that reads.
/// </summary>
internal static class ReaderEmitter
{
    /// <summary>Writes the nested class; nothing when no record is abstract.</summary>
    /// <param name="writer">Within the static class of the operation or fragment.</param>
    /// <param name="results">The records that the file declares.</param>
    public static void Emit(CodeWriter writer, IReadOnlyList<ResultModel> results)
    {
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

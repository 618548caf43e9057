using Lathe.Generator.Model;

namespace Lathe.Generator.Emission;

/// <summary>Writes the class <c>Json</c> of an operation or fragment: one reader for each result record.</summary>
internal static class ReaderEmitter
{
    /// <summary>Writes the nested class; nothing when there are no records.</summary>
    /// <param name="writer">Within the static class of the operation or fragment.</param>
    /// <param name="results">The records that the file declares.</param>
    public static void Emit(CodeWriter writer, IReadOnlyList<ResultModel> results)
    {
        if (results.Count == 0)
            return;
        using (writer.Open("internal static class Json"))
        {
            for (var i = 0; i < results.Count; i++)
            {
                if (i > 0)
                    writer.Line();
                Emit(writer, results[i]);
            }
        }
    }

    private static void Emit(CodeWriter writer, ResultModel result)
    {
        if (result is AbstractModel type)
            AbstractReaderEmitter.Emit(writer, type);
        else if (result is ObjectModel record)
            ObjectReaderEmitter.Emit(writer, record, record.ReaderName, "internal");
    }
}

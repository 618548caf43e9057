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
    }
}

using Lathe.Generator.Model;

namespace Lathe.Generator.Emission;

/// <summary>
/// Writes the class by which System.Text.Json converts a scalar. The user's converter stands in a body alone, where it need not be one: an error in a
/// declaration would keep the compiler from running the analyzer that says what is missing.
/// </summary>
internal static class ScalarConverterEmitter
{
    public static GeneratedFile Emit(ScalarConverterModel model) => SourceFile.Create(model.Client, model.FileName, writer =>
    {
        using (writer.Open($"partial class {model.Client.ClassName}"))
        {
            const string Base = "global::Lathe.Json.ScalarJsonConverter";
            var type = model.Scalar.ClrType;
            writer.Summary($"Lets System.Text.Json read and write {model.Scalar.Name}.").Line(SourceFile.GeneratedCode)
                .Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]")
                .Line($"public sealed class {model.ClassName}() : {Base}<{type}>(new {Base}<{type}, {model.Scalar.Converter}>());");
        }
    });
}

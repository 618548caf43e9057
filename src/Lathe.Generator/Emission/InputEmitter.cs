using Lathe.Generator.Model;

namespace Lathe.Generator.Emission;

/// <summary>Writes the file of an input object type.</summary>
internal static class InputEmitter
{
    /// <summary>The interface that inputs and variables implement to be written.</summary>
    public const string Contract = "global::Lathe.Json.IGraphQLInput";

    public static GeneratedFile Emit(InputModel input) => SourceFile.Create(input.Client, input.FileName, writer =>
    {
        writer.Summary(input.Description).Line(SourceFile.GeneratedCode);
        using (writer.Open($"{input.Client.Accessibility()} sealed partial class {input.ClassName} : {Contract}"))
        {
            if (input.IsOneOf)
                OneOfEmitter.Emit(writer, input, Contract);
            else
                InputMembersEmitter.Emit(writer, input.Fields, Contract);
        }
    });
}

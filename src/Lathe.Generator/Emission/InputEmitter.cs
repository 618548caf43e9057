using Lathe.Generator.Model;

namespace Lathe.Generator.Emission;

/// <summary>Writes the file of an input object type.</summary>
internal static class InputEmitter
{
    /// <summary>The interface that inputs and variables implement to be written.</summary>
    public const string Contract = "global::Lathe.Json.IGraphQLInput";

    public static GeneratedFile Emit(InputModel input) => SourceFile.Create(input.Client, input.FileName, writer =>
    {
        writer.Summary(input.Description).Line(SourceFile.GeneratedCode).Line(InputJsonEmitter.Attribute(input.Client, input.ClassName));
        var further = InputJsonEmitter.Interface(input.Client, input.ClassName);
        using (writer.Open($"{input.Client.Accessibility()} sealed partial class {input.ClassName} : {Contract}{further}"))
        {
            if (input.IsOneOf)
                OneOfEmitter.Emit(writer, input, Contract);
            else
                InputMembersEmitter.Emit(writer, input.Fields, Contract);
            if (input.IsOneOf)
                InputJsonEmitter.EmitOneOf(writer, input);
            else
                InputJsonEmitter.Emit(writer, input.Client, input.ClassName, input.Fields);
        }
    });
}

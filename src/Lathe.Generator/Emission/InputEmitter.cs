using Lathe.Generator.Model;

namespace Lathe.Generator.Emission;

/// <summary>Writes the file of an input object type.</summary>
internal static class InputEmitter
{
    /// <summary>The class that inputs and variables derive from.</summary>
    public const string Base = "global::Lathe.InputObject";

    public static GeneratedFile Emit(InputModel input) => SourceFile.Create(input.Client, input.FileName, writer =>
    {
        writer.Summary(input.Description).Line(SourceFile.GeneratedCode).Line(InputJsonEmitter.Attribute(input.Client, input.ClassName));
        var further = InputJsonEmitter.Interface(input.Client, input.ClassName);
        using (writer.Open($"{input.Client.Accessibility()} sealed partial class {input.ClassName} : {Base}{further}"))
        {
            if (input.IsOneOf)
                OneOfEmitter.Emit(writer, input);
            else
                InputMembersEmitter.Emit(writer, input.Fields);
            if (input.IsOneOf)
                InputJsonEmitter.EmitOneOf(writer, input);
            else
                InputJsonEmitter.Emit(writer, input.Client, input.ClassName, input.Fields);
        }
    });
}

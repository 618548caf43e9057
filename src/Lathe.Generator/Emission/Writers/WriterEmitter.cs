using Lathe.Generator.Model;

namespace Lathe.Generator.Emission;

/// <summary>Writes the statements that write the members of an input or of variables.</summary>
internal static class WriterEmitter
{
    /// <summary>
    /// Writes the body of <c>WriteMembers</c>. Tracked members are asked for through <see cref="SetBits"/> by their index
    /// in <paramref name="fields"/>.
    /// </summary>
    /// <param name="writer">Within the method's braces.</param>
    /// <param name="fields">The members.</param>
    public static void Emit(CodeWriter writer, IReadOnlyList<InputFieldModel> fields)
    {
        for (var i = 0; i < fields.Count; i++)
            writer.Line(Statement(fields[i], i));
    }

    // Fields begin with an underscore and properties with a capital: the parameter hides neither.
    private static string Statement(InputFieldModel field, int index) => field.Presence switch
    {
        InputPresence.Tracked => $"if ({SetBits.Test(index)}) {ValueWrites.Member(field.Name, field.Type, field.FieldName)};",
        InputPresence.Defaulted => $"if ({field.PropertyName} is not null) {ValueWrites.Member(field.Name, field.Type, field.PropertyName)};",
        _ => ValueWrites.Member(field.Name, field.Type, field.PropertyName) + ";",
    };
}

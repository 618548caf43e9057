using Lathe.Generator.Model;

namespace Lathe.Generator.Emission;

/// <summary>Writes the statements that write the members of an input or of variables as one JSON object.</summary>
internal static class WriterEmitter
{
    /// <summary>
    /// Writes the body of <c>WriteTo(global::System.Text.Json.Utf8JsonWriter writer)</c>. Tracked members are asked for
    /// through <see cref="SetBits"/> by their index in <paramref name="fields"/>.
    /// </summary>
    /// <param name="writer">Within the method's braces.</param>
    /// <param name="fields">The members.</param>
    public static void Emit(CodeWriter writer, IReadOnlyList<InputFieldModel> fields)
    {
        writer.Line("writer.WriteStartObject();");
        for (var i = 0; i < fields.Count; i++)
            Emit(writer, fields[i], i);
        writer.Line("writer.WriteEndObject();");
    }

    private static void Emit(CodeWriter writer, InputFieldModel field, int index)
    {
        var condition = field.Presence switch
        {
            InputPresence.Tracked => SetBits.Test(index),
            InputPresence.Defaulted => $"this.{field.PropertyName} is not null",
            _ => null,
        };
        if (condition is null)
        {
            EmitMember(writer, field);
            return;
        }

        using (writer.Open($"if ({condition})"))
            EmitMember(writer, field);
    }

    private static void EmitMember(CodeWriter writer, InputFieldModel field) =>
        writer.Line($"writer.WritePropertyName(\"{field.Name}\"u8);").Line($"{ValueWrites.Call(field.Type, "this." + field.PropertyName)};");
}

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
        var statements = $"writer.WritePropertyName(\"{field.Name}\"u8); {ValueWrites.Call(field.Type, "this." + field.PropertyName)};";
        writer.Line(condition is null ? statements : $"if ({condition}) {{ {statements} }}");
    }
}

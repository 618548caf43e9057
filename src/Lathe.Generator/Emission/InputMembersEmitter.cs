using Lathe.Generator.Model;

namespace Lathe.Generator.Emission;

/// <summary>Writes the members of an input object, or of an operation's variables.</summary>
internal static class InputMembersEmitter
{
    /// <summary>Writes the properties, what remembers which of them were set, and the method that writes them.</summary>
    /// <param name="writer">Within the class.</param>
    /// <param name="fields">The members.</param>
    public static void Emit(CodeWriter writer, IReadOnlyList<InputFieldModel> fields)
    {
        EmitState(writer, fields);
        for (var i = 0; i < fields.Count; i++)
        {
            var field = fields[i];
            writer.Summary(Describe(field)).Obsolete(field.DeprecationReason);
            if (field.Presence == InputPresence.Tracked)
                EmitTracked(writer, field, i);
            else
                writer.Line(
                    $"public {(field.Presence == InputPresence.Required ? "required " : "")}{InputTypes.Name(field)} {field.PropertyName} {{ get; "
                        + $"set; }}");
        }

        EmitWriteTo(writer, fields);
    }

    /// <summary>Writes the bits and the private fields of tracked members.</summary>
    public static void EmitState(CodeWriter writer, IReadOnlyList<InputFieldModel> fields)
    {
        if (!fields.Any(static field => field.Presence == InputPresence.Tracked))
            return;
        foreach (var declaration in SetBits.Declarations(fields.Count))
            writer.Line(declaration);
        // Fields of one type share a declaration.
        foreach (var type in fields.Where(static field => field.Presence == InputPresence.Tracked).GroupBy(InputTypes.Name, StringComparer.Ordinal))
            writer.Line($"private {type.Key} {string.Join(", ", type.Select(static field => field.FieldName))};");
        writer.Line();
    }

    public static void EmitWriteTo(CodeWriter writer, IReadOnlyList<InputFieldModel> fields)
    {
        writer.Line();
        using (writer.Open("protected override void WriteMembers(global::Lathe.Json.InputWriter json)"))
            WriterEmitter.Emit(writer, fields);
    }

    /// <summary>Returns the description with the default value, which stays with the server.</summary>
    public static string? Describe(InputFieldModel field) => field.DefaultValue is null
        ? field.Description
        : $"{field.Description}{(field.Description is null ? "" : "\n")}When not sent: {field.DefaultValue}";

    private static void EmitTracked(CodeWriter writer, InputFieldModel field, int index) =>
        writer.Line(
            $"public {InputTypes.Name(field)} {field.PropertyName} {{ get => {field.FieldName}; "
                + $"set {{ {field.FieldName} = value; {SetBits.Assign(index)} }} }}");
}

using Lathe.Generator.Model;

namespace Lathe.Generator.Emission;

/// <summary>Writes the statements that write the members of an input or of variables.</summary>
internal static class WriterEmitter
{
    /// <summary>Writes the body of <c>WriteTo(global::System.Text.Json.Utf8JsonWriter writer)</c>.</summary>
    /// <param name="writer">Within the method's braces.</param>
    /// <param name="fields">The members.</param>
    public static void Emit(CodeWriter writer, IReadOnlyList<InputFieldModel> fields)
    {
    }
}

using Lathe.Generator.Model;

namespace Lathe.Generator.Emission;

/// <summary>Writes what lets System.Text.Json write an input, and read it where the configuration asks for that.</summary>
internal static class InputJsonEmitter
{
    private const string Json = "global::Lathe.Json.";

    /// <summary>Returns the attribute of an input's class.</summary>
    public static string Attribute(ClientModel client, string className) =>
        "[global::System.Text.Json.Serialization.JsonConverter(typeof("
            + $"{Json}{(client.ReadsInputs ? "ReadableInput" : "Input")}JsonConverter<{className}>))]";

    /// <summary>Returns the interface of an input that is read, with a comma before it; nothing for others.</summary>
    public static string Interface(ClientModel client, string className) => client.ReadsInputs ? $", {Json}IReadableInput<{className}>" : "";

    /// <summary>Writes the constructor that reads; nothing where the configuration does not ask for it.</summary>
    /// <param name="writer">Within the class.</param>
    /// <param name="client">The client.</param>
    /// <param name="className">The name of the class.</param>
    /// <param name="fields">The members.</param>
    public static void Emit(CodeWriter writer, ClientModel client, string className, IReadOnlyList<InputFieldModel> fields)
    {
        if (!client.ReadsInputs)
            return;
        writer.Line().Line($"public {className}() {{ }}").Line("[global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]");
        var keys = fields.Select(static field => field.Name + (field.Presence == InputPresence.Required ? "" : "?"));
        EmitReader(writer, className, keys, fields.Select(static field => $"{field.PropertyName} = {InputReads.Expression(field.Type)}"), null);
    }

    /// <summary>Writes the constructor that reads an input of which one member is set.</summary>
    public static void EmitOneOf(CodeWriter writer, InputModel input)
    {
        if (!input.Client.ReadsInputs)
            return;
        writer.Line();
        var members = input.Fields.Select(static (field, index) =>
            $"{field.FieldName} = {SetBits.Assign(index, InputReads.Expression(field.Type with { IsNullable = false }))}");
        var counts = string.Join(" + ", SetBits.Words(input.Fields.Count).Select(static word => word + ".Count"));
        var keys = input.Fields.Select(static field => field.Name + "?");
        EmitReader(writer, input.ClassName, keys, members, $"if ({counts} != 1) throw j.NotOneOf();");
    }

    private static void EmitReader(CodeWriter writer, string className, IEnumerable<string> keys, IEnumerable<string> members, string? check)
    {
        using (writer.Open($"private {className}(ref {ReaderNames.Cursor} j)"))
        {
            var index = 0;
            var cases = members.ToList();
            writer.Line(ObjectReaderEmitter.Loop(writer, "s_members", cases.Count)).Line("{");
            foreach (var member in cases)
                writer.Line($"case {index++}: {member}; break;");
            writer.Line("}");
            if (check is not null)
                writer.Line(check);
        }

        writer.Line(ReaderNames.TableDeclaration("s_members", keys))
            .Line($"static {className} {Json}IReadableInput<{className}>.Read(ref {ReaderNames.Cursor} json) => new(ref json);");
    }
}

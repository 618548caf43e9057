using System.Globalization;
using Lathe.Generator.Model;

namespace Lathe.Generator.Emission;

/// <summary>
/// Writes the reader of one record: members are expected in the order of the request, each behind its constant name, so
/// that the usual answer is read in a straight line. A miss goes to <c>NextName</c> and back into the switch.
/// </summary>
internal static class ObjectReaderEmitter
{
    // The tracking word holds so many members; further ones get a word of their own.
    private const int WordBits = 64;

    public static void Emit(CodeWriter writer, ObjectModel record, string method, string accessibility)
    {
        var table = ReaderNames.Table(method);
        writer.Line(ReaderNames.TableDeclaration(table, record.Fields.Select(static field => field.ResponseKey))).Line();
        using (writer.Open($"{accessibility} static {record.ClrName} {method}(ref {ReaderNames.Cursor} json)"))
        {
            EmitLocals(writer, record);
            var start = record.Fields.Count == 0
                ? $"json.StartObject({table})"
                : $"json.TryStartObject(\"{{\\\"{record.Fields[0].ResponseKey}\\\":\"u8) ? 0 : json.StartObject({table})";
            using (writer.Open($"for (var name = {start}; ; name = json.NextName({table}, seen))"))
            using (writer.Open("switch (name)"))
            {
                for (var i = 0; i < record.Fields.Count; i++)
                    EmitMember(writer, record.Fields, i);
                EmitEnd(writer, record, table);
                writer.Line("default:").Line("    json.SkipValue();").Line("    break;");
            }
        }
    }

    private static void EmitLocals(CodeWriter writer, ObjectModel record)
    {
        foreach (var field in record.Fields.Where(static field => !field.IsHidden))
            writer.Line($"{ResultTypes.Name(field.Type, field.IsNullable)} {Local(field)} = default!;");
        writer.Line("ulong seen = 0;");
        for (var word = 1; word * WordBits < record.Fields.Count; word++)
            writer.Line($"ulong {Word(word)} = 0;");
    }

    private static void EmitMember(CodeWriter writer, EquatableArray<FieldModel> fields, int index)
    {
        var field = fields[index];
        var value = field.IsHidden ? "json.SkipValue();" : $"{Local(field)} = {ValueReads.Expression(field.Type)};";
        var next = index + 1 < fields.Count
            ? $"if (json.TryReadName(\",\\\"{fields[index + 1].ResponseKey}\\\":\"u8)) goto case {index + 1};"
            : "if (json.TryEndObject()) goto case -1;";
        writer.Line($"case {index}:")
            .Line($"    {value}")
            .Line($"    {Word(index / WordBits)} |= 1UL << {index % WordBits};")
            .Line($"    {next}")
            .Line("    break;");
    }

    private static void EmitEnd(CodeWriter writer, ObjectModel record, string table)
    {
        writer.Line("case -1:");
        using (writer.Indent())
        {
            for (var first = 0; first < record.Fields.Count; first += WordBits)
            {
                var required = Required(record.Fields, first);
                var start = first == 0 ? "" : $", {first}";
                if (required != 0)
                    writer.Line($"json.Require({table}, {Word(first / WordBits)}, {Hex(required)}{start});");
            }

            var members = record.Fields.Where(static field => !field.IsHidden).Select(field => $"{field.PropertyName} = {Local(field)}");
            writer.Line($"return new() {{ {string.Join(", ", members)} }};");
        }
    }

    private static ulong Required(EquatableArray<FieldModel> fields, int first)
    {
        var bits = 0UL;
        for (var i = first; i < fields.Count && i < first + WordBits; i++)
        {
            if (fields[i] is { IsHidden: false, IsNullable: false })
                bits |= 1UL << (i - first);
        }

        return bits;
    }

    // Property names are unique and no keyword stays one behind an underscore.
    private static string Local(FieldModel field) => "_" + field.PropertyName.TrimStart('@');

    private static string Word(int word) => word == 0 ? "seen" : string.Format(CultureInfo.InvariantCulture, "seen{0}", word);

    private static string Hex(ulong bits) => string.Format(CultureInfo.InvariantCulture, "0x{0:X}UL", bits);
}

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
        writer.Line(ReaderNames.TableDeclaration(table, record.Fields.Select(static field => field.ResponseKey)));
        using (writer.Open($"{accessibility} static {record.ClrName} {method}(ref {ReaderNames.Cursor} json)"))
        {
            EmitLocals(writer, record);
            var start = record.Fields.Count == 0
                ? $"json.StartObject({table})"
                : $"json.StartObject(\"{{\\\"{record.Fields[0].ResponseKey}\\\":\"u8, {table})";
            var next = Required(record.Fields, 0) != 0 ? $"json.NextName({table}, seen)" : $"json.NextName({table})";
            using (writer.Open($"for (var name = {start}; ; name = {next}) switch (name)"))
            {
                for (var i = 0; i < record.Fields.Count; i++)
                    EmitMember(writer, record.Fields, i);
                EmitEnd(writer, record, table);
                writer.Line("default: json.SkipValue(); break;");
            }
        }
    }

    // Values of one type share a declaration.
    private static void EmitLocals(CodeWriter writer, ObjectModel record)
    {
        var types = record.Fields.Where(static field => !field.IsHidden)
            .GroupBy(static field => ResultTypes.Name(field.Type, field.IsNullable), StringComparer.Ordinal);
        foreach (var type in types)
            writer.Line($"{type.Key} {string.Join(", ", type.Select(static field => Local(field) + " = default!"))};");
        for (var first = 0; first < record.Fields.Count; first += WordBits)
        {
            if (Required(record.Fields, first) != 0)
                writer.Line($"ulong {Word(first / WordBits)} = 0;");
        }
    }

    // One line a member, so that the reader reads as a table.
    private static void EmitMember(CodeWriter writer, EquatableArray<FieldModel> fields, int index)
    {
        var field = fields[index];
        var value = field.IsHidden ? "json.SkipValue();" : $"{Local(field)} = {ValueReads.Expression(field.Type)};";
        var next = index + 1 < fields.Count
            ? $"if (json.TryReadName(\",\\\"{fields[index + 1].ResponseKey}\\\":\"u8)) goto case {index + 1};"
            : "if (json.TryEndObject()) goto case -1;";
        var seen = IsRequired(field) ? $" {Word(index / WordBits)} |= 1UL << {index % WordBits};" : "";
        writer.Line($"case {index}: {value}{seen} {next} break;");
    }

    private static void EmitEnd(CodeWriter writer, ObjectModel record, string table)
    {
        var line = new System.Text.StringBuilder("case -1: ");
        for (var first = 0; first < record.Fields.Count; first += WordBits)
        {
            var required = Required(record.Fields, first);
            var start = first == 0 ? "" : string.Format(CultureInfo.InvariantCulture, ", {0}", first);
            if (required != 0)
                line.Append($"json.Require({table}, {Word(first / WordBits)}, {Hex(required)}{start}); ");
        }

        var members = record.Fields.Where(static field => !field.IsHidden).Select(field => $"{field.PropertyName} = {Local(field)}").ToList();
        line.Append(members.Count == 0 ? "return new();" : $"return new() {{ {string.Join(", ", members)} }};");
        writer.Line(line.ToString());
    }

    // Only these are remembered: the others may be missing.
    private static bool IsRequired(FieldModel field) => field is { IsHidden: false, IsNullable: false };

    private static ulong Required(EquatableArray<FieldModel> fields, int first)
    {
        var bits = 0UL;
        for (var i = first; i < fields.Count && i < first + WordBits; i++)
        {
            if (IsRequired(fields[i]))
                bits |= 1UL << (i - first);
        }

        return bits;
    }

    // Property names are unique and no keyword stays one behind an underscore.
    private static string Local(FieldModel field) => "_" + field.PropertyName.TrimStart('@');

    private static string Word(int word) => word == 0 ? "seen" : string.Format(CultureInfo.InvariantCulture, "seen{0}", word);

    private static string Hex(ulong bits) => string.Format(CultureInfo.InvariantCulture, "0x{0:X}UL", bits);
}

using System.Globalization;
using Lathe.Generator.Model;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Emission;

/// <summary>
/// Writes the constructor by which one record is read: members are expected in the order of the request. Each name is in a table, once;
/// <c>Next</c> tries the one that is expected by one comparison and finds any other. A single member needs no table. Tables stand together in the
/// static class: it has one initializer then, and not one a record.
/// </summary>
internal static class ObjectReaderEmitter
{
    // One tracking word holds this many members. A larger record gets more words.
    private const int WordBits = 64;

    private const string Compiler = "global::System.Runtime.CompilerServices";

    /// <summary>Writes the constructors, the one for users and the one that reads, and the table of names.</summary>
    /// <param name="writer">Within the record.</param>
    /// <param name="record">The record.</param>
    public static void Emit(CodeWriter writer, ObjectModel record)
    {
        writer.Line().Line($"public {record.Name}() {{ }}");
        if (record.Fields.Any(IsRequired))
            writer.Line("[global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]");
        if (record.IsInChain)
            writer.Line($"[{Compiler}.MethodImpl({Compiler}.MethodImplOptions.NoInlining)]");
        var constructor = $"internal {record.Name}(ref {ReaderNames.Cursor} j)";
        if (!record.HasProperties)
        {
            writer.Line($"{constructor} => j.SkipObject();");
            return;
        }

        if (record.Fields.Count == 1)
        {
            EmitOnly(writer, constructor, record.Fields[0]);
            return;
        }

        using (writer.Open(constructor))
        {
            writer.Line(Loop(writer, ReaderNames.Table(record), record.Fields.Count)).Line("{");
            for (var i = 0; i < record.Fields.Count; i++)
                EmitMember(writer, record.Fields[i], i);
            writer.Line("}");
        }

        if (!record.IsNested)
            writer.Line(ReaderNames.TableDeclaration(ReaderNames.Table(record), Keys(record)));
    }

    /// <summary>Writes the tables of records that are nested; nothing when none of them needs one.</summary>
    /// <param name="writer">Within the static class.</param>
    /// <param name="results">The records; those of cases follow from them.</param>
    public static void EmitTables(CodeWriter writer, IEnumerable<ResultModel> results)
    {
        var tables = results
            .SelectMany(static result => result is AbstractModel all ? all.Cases.Append(all.Other) : [(ObjectModel)result])
            .Where(static record => record is { IsNested: true, HasProperties: true, Fields.Count: > 1 })
            .Select(static record => "\n\t" + ReaderNames.TableDefinition(ReaderNames.Table(record), Keys(record)))
            .ToList();
        if (tables.Count > 0)
            writer.Line().Line($"static readonly global::Lathe.Json.JsonNames{string.Join(",", tables)};");
    }

    private static IEnumerable<string> Keys(ObjectModel record) =>
        record.Fields.Select(static field => field.ResponseKey + (IsRequired(field) ? "" : "?"));

    // One member needs no table.
    private static void EmitOnly(CodeWriter writer, string constructor, FieldModel field)
    {
        var name = $"\"{field.ResponseKey}\"u8";
        using (writer.Open(constructor))
        {
            writer.Line(IsRequired(field) ? $"j.StartOnly({name});" : $"if (!j.TryStartOnly({name})) return;")
                .Line(Assignment(field))
                .Line($"j.EndOnly({name});");
        }
    }

    /// <summary>Returns the loop over the members that are there, up to the switch over their index; declares what it needs before it.</summary>
    /// <param name="writer">Within the constructor.</param>
    /// <param name="names">The table of names.</param>
    /// <param name="count">The number of members.</param>
    public static string Loop(CodeWriter writer, string names, int count)
    {
        var (start, next) = ("out var seen", "ref seen");
        if (count > WordBits)
        {
            var words = ((count - 1) / WordBits) + 1;
            writer.Line(string.Format(CultureInfo.InvariantCulture, "global::System.Span<ulong> seen = stackalloc ulong[{0}];", words));
            (start, next) = ("seen", "seen");
        }

        return $"for (var i = j.Start({names}, {start}); i >= 0; i = j.Next({names}, i, {next})) switch (i)";
    }

    // One line a member, so that the reader reads as a table.
    private static void EmitMember(CodeWriter writer, FieldModel field, int index)
    {
        writer.Line($"case {index}: {(field.IsHidden ? "j.SkipValue();" : Assignment(field))} break;");
    }

    private static string Assignment(FieldModel field) => CaughtFields.IsKept(field)
        ? $"{CaughtFields.Backing(field)} = {ErrorReads.Kept(field)};"
        : $"{field.PropertyName} = {ValueReads.Expression(field.Type)};";

    // Others may be missing. Where errors are thrown a null may be one, so it must be there.
    private static bool IsRequired(FieldModel field) =>
        field is { IsHidden: false, IsNullable: false } or { IsHidden: false, IsConditional: false, Type.Errors: ErrorHandling.Throw };
}

using Lathe.Generator.Model;

namespace Lathe.Generator.Emission;

/// <summary>Writes the reader of an abstract record: it looks ahead for <c>__typename</c> and hands over to a case's reader.</summary>
internal static class AbstractReaderEmitter
{
    public static void Emit(CodeWriter writer, AbstractModel type)
    {
        // No record's reader can have these names: theirs begin with "Read".
        var caseReaders = type.Cases.Select((_, index) => $"Case{index}Of{type.Name}").ToList();
        var otherReader = $"OtherOf{type.Name}";
        EmitChoice(writer, type, caseReaders, otherReader);
        for (var i = 0; i < type.Cases.Count; i++)
        {
            writer.Line();
            ObjectReaderEmitter.Emit(writer, type.Cases[i], caseReaders[i], "private");
        }

        writer.Line();
        ObjectReaderEmitter.Emit(writer, type.Other, otherReader, "private");
    }

    private static void EmitChoice(CodeWriter writer, AbstractModel type, List<string> caseReaders, string otherReader)
    {
        var head = $"internal static {type.ClrName} {type.ReaderName}(ref {ReaderNames.Cursor} json) => ";
        if (type.Cases.Count == 0)
        {
            writer.Line($"{head}{otherReader}(ref json);");
            return;
        }

        var table = ReaderNames.Table(type.ReaderName);
        writer.Line(ReaderNames.TableDeclaration(table, type.Cases.SelectMany(static one => one.TypeNames))).Line();
        writer.Line($"{head}json.PeekTypeName({table}) switch").Line("{");
        var first = 0;
        for (var i = 0; i < type.Cases.Count; i++)
        {
            var count = type.Cases[i].TypeNames.Count;
            var pattern = count == 1 ? $"{first}" : $">= {first} and <= {first + count - 1}";
            if (count > 0)
                writer.Line($"    {pattern} => {caseReaders[i]}(ref json),");
            first += count;
        }

        writer.Line($"    _ => {otherReader}(ref json),").Line("};");
    }
}

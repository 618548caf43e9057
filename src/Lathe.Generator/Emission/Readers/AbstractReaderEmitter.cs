using Lathe.Generator.Model;

namespace Lathe.Generator.Emission;

/// <summary>Writes the reader of an abstract record: it looks ahead for <c>__typename</c> and hands over to a case.</summary>
internal static class AbstractReaderEmitter
{
    public static void Emit(CodeWriter writer, AbstractModel type)
    {
        var head = $"internal static {type.ClrName} {type.ReaderName}(ref {ReaderNames.Cursor} j) => ";
        if (type.Cases.Count == 0)
        {
            writer.Line($"{head}{Read(type.Other)};");
            return;
        }

        var table = "s_" + type.Name;
        writer.Line(ReaderNames.TableDeclaration(table, type.Cases.SelectMany(static one => one.TypeNames)));
        writer.Line($"{head}j.{(type.MayLackTypeName ? "PeekTypeNameOrNone" : "PeekTypeName")}({table}) switch").Line("{");
        var first = 0;
        foreach (var one in type.Cases)
        {
            var count = one.TypeNames.Count;
            var pattern = count == 1 ? $"{first}" : $">= {first} and <= {first + count - 1}";
            if (count > 0)
                writer.Line($"\t{pattern} => {Read(one)},");
            first += count;
        }

        writer.Line($"\t_ => {Read(type.Other)},").Line("};");
    }

    // A case without members of its own has no constructor that reads.
    private static string Read(ObjectModel one) => one.HasProperties ? $"new {one.ClrName}(ref j)" : $"j.SkipObject(new {one.ClrName}())";
}

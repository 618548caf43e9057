using System.Globalization;
using System.Text;
using Lathe.Language.Schemas;
using Lathe.Language.Syntax;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem;

namespace Lathe.Language.Tests.TypeSystem.Indexing;

/// <summary>A schema ten times as large costs ten times as much to index, and no more to use.</summary>
public sealed class LinearCostTests
{
    [Fact]
    public void IndexingAllocatesInProportionToTheDefinitions()
    {
        var (small, large) = (Measure(MakeSchema(300)), Measure(MakeSchema(3000)));

        Assert.InRange((double)large.Bytes / small.Bytes, 5, 14);
        Assert.Equal(small.Parsed, large.Parsed);
        Assert.Equal(10 * small.Possible, large.Possible);
    }

    [Fact]
    public void UsingASchemaParsesWhatIsUsedWhateverItsSize() => Assert.Equal(3, Measure(MakeSchema(1000)).Parsed);

    private static (long Bytes, int Parsed, int Possible) Measure(SourceText source)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var schema = SchemaReader.Read([source]);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        schema.FindField(schema.FindRootType(OperationType.Query)!, "table_7");
        schema.FindType("table_7");
        schema.FindType("table_7_bool_exp");
        return (bytes, schema.DefinitionsParsed, schema.GetPossibleTypes("row").Count);
    }

    private static SourceText MakeSchema(int tables)
    {
        var text = new StringBuilder("interface row { id: Int }\n");
        for (var i = 0; i < tables; i++)
            text.Append(CultureInfo.InvariantCulture, $$"""
                "columns of {table_{{i}}}"
                type table_{{i}} implements row { id: Int "the \" } name" name(where: table_{{i}}_bool_exp = {id: 1}): String }
                input table_{{i}}_bool_exp { _and: [table_{{i}}_bool_exp!] id: Int }
                enum table_{{i}}_column { id name }

                """);
        text.Append("type Query {\n");
        for (var i = 0; i < tables; i++)
            text.Append(CultureInfo.InvariantCulture, $"  table_{i}: table_{i}\n");
        return new SourceText("schema.graphql", text.Append('}').ToString());
    }
}

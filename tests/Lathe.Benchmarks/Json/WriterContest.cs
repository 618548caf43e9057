using System.Buffers;
using System.Text;
using System.Text.Json;
using Lathe.Benchmarks.Generated;
using Lathe.Requests;

namespace Lathe.Benchmarks.Json;

/// <summary>Writes the body of a request with variables: two scalars, a list and an input object.</summary>
internal static class WriterContest
{
    private const string Query =
        "query Machines($limit:Int!,$name:String,$halls:[String!],$where:Where){machines(limit:$limit,name:$name,halls:$halls,where:$where){id name "
            + "number cycles load running startedAt note place{hall row key}samples{value unit}}}";

    private static readonly string[] s_halls = ["North", "South"];
    private static readonly DateTimeOffset s_since = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly JsonSerializerOptions s_reflection = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static void Run(bool isShort)
    {
        List<Contender> contenders =
        [
            new("Lathe", Write),
            new("System.Text.Json, source-generated", () => JsonSerializer.SerializeToUtf8Bytes(Request(), ShopContext.Default.ShopRequest)),
            new("System.Text.Json, reflection", () => JsonSerializer.SerializeToUtf8Bytes(Request(), s_reflection)),
            new("Newtonsoft.Json", () => Encoding.UTF8.GetBytes(Newtonsoft.Json.JsonConvert.SerializeObject(Request()))),
        ];
        Contest.Print("A request with its variables", Contest.Run(contenders, isShort));
    }

    private static object? Write()
    {
        var variables = new MachinesQuery.Variables
        {
            Limit = 100,
            Name = "Lathe",
            Halls = s_halls,
            Where = new() { Since = s_since, Load = 0.5, Running = true },
        };
        using var body = RequestWriter.Write(ArrayPool<byte>.Shared, MachinesQuery.Operation, variables, RequestForm.Text);
        return null;
    }

    private static ShopRequest Request() =>
        new(Query, "Machines", new ShopVariables(100, "Lathe", s_halls, new ShopWhere(s_since, 0.5, true)));
}

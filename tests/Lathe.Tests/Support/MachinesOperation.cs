using System.Text;
using System.Text.Json;
using Lathe.Json;

namespace Lathe.Tests.Support;

/// <summary>An operation as generated code describes it, by hand.</summary>
internal static class MachinesOperation
{
    public const string Text = "query Machines($limit: Int) { machines(limit: $limit) { name number } }";
    public const string Hash = "b2c6a1f0000000000000000000000000000000000000000000000000000000aa";
    public const string TwoMachines = """{"data":{"machines":[{"name":"Mill","number":1},{"name":"Lathe","number":2}]}}""";

    private static readonly JsonNames s_dataNames = new("machines"u8);
    private static readonly JsonNames s_machineNames = new("name number?"u8);

    public static GraphQLOperation<MachinesData> Query { get; } = Create("Machines", GraphQLOperationType.Query);

    public static GraphQLOperation<MachinesData> Mutation { get; } = Create("Rename", GraphQLOperationType.Mutation);

    public static GraphQLOperation<MachinesData> Subscription { get; } = Create("MachineChanges", GraphQLOperationType.Subscription);

    public static GraphQLOperation<MachinesData> Deferred { get; } = Create("Machines", GraphQLOperationType.Query, isIncremental: true);

    public static string Machines(int count)
    {
        var machines = string.Join(",", Enumerable.Range(0, count).Select(index => $$"""{"name":"Machine {{index}}","number":{{index}}}"""));
        return "{\"data\":{\"machines\":[" + machines + "]}}";
    }

    private static GraphQLOperation<MachinesData> Create(string name, GraphQLOperationType type, bool isIncremental = false) => new(
        name, type, Hash, Encoding.UTF8.GetBytes($"{{\"query\":\"{JsonEncodedText.Encode(Text)}\",\"operationName\":\"{name}\""), ReadData)
    {
        IsIncremental = isIncremental,
    };

    private static MachinesData ReadData(ref JsonCursor json)
    {
        IReadOnlyList<Machine> machines = [];
        for (var i = json.Start(s_dataNames, out var seen); i >= 0; i = json.Next(s_dataNames, i, ref seen))
        {
            machines = json.ReadList<Machine>(ReadMachine);
        }

        return new MachinesData(machines);
    }

    private static Machine ReadMachine(ref JsonCursor json)
    {
        var text = "";
        int? number = null;
        for (var i = json.Start(s_machineNames, out var seen); i >= 0; i = json.Next(s_machineNames, i, ref seen))
        {
            if (i == 0)
            {
                text = json.ReadString();
                continue;
            }

            number = json.TryReadNull() ? null : json.ReadInt32();
        }

        return new Machine(text, number);
    }
}

internal sealed record MachinesData(IReadOnlyList<Machine> Machines);

internal sealed record Machine(string Name, int? Number);

internal sealed class TestVariables(params (string Name, object? Value)[] values) : IGraphQLVariables
{
    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in values)
        {
            writer.WritePropertyName(name);
            JsonSerializer.Serialize(writer, value);
        }

        writer.WriteEndObject();
    }
}

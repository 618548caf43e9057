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
    private static readonly JsonNames s_machineNames = new("name number"u8);

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
        ulong seen = 0;
        for (var name = json.StartObject(s_dataNames); name != JsonNames.End; name = json.NextName(s_dataNames, seen))
        {
            if (name != 0)
            {
                json.SkipValue();
                continue;
            }

            machines = json.ReadList<Machine>(ReadMachine);
            seen = 1;
        }

        json.Require(s_dataNames, seen, 1);
        return new MachinesData(machines);
    }

    private static Machine ReadMachine(ref JsonCursor json)
    {
        string text = "";
        int? number = null;
        ulong seen = 0;
        for (var name = json.StartObject(s_machineNames); name != JsonNames.End; name = json.NextName(s_machineNames, seen))
        {
            if (name == 0)
                text = json.ReadString();
            else if (name == 1)
                number = json.TryReadNull() ? null : json.ReadInt32();
            else
                json.SkipValue();
            if (name >= 0)
                seen |= 1UL << name;
        }

        json.Require(s_machineNames, seen, 0b01);
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

using Lathe.Json;

namespace Lathe.Tests.Json;

// Records and readers in the shape of generated code: members are expected in order, each one behind its constant
// name; a miss goes to NextName, which takes any order, white space and unknown members, and back into the switch.
internal sealed record ShopData
{
    public required IReadOnlyList<ShopMachine> Machines { get; init; }
}

internal sealed record ShopMachine
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required int Number { get; init; }

    public required long Cycles { get; init; }

    public required double Load { get; init; }

    public required bool Running { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public string? Note { get; init; }

    public ShopPlace? Place { get; init; }

    public required IReadOnlyList<ShopSample> Samples { get; init; }
}

internal sealed record ShopPlace
{
    public required string Hall { get; init; }

    public int? Row { get; init; }

    public required Guid Key { get; init; }
}

internal sealed record ShopSample
{
    public required decimal Value { get; init; }

    public string? Unit { get; init; }
}

internal static class ShopJson
{
    private static readonly JsonNames s_dataNames = new("machines"u8);
    private static readonly JsonNames s_machineNames = new("id name number cycles load running startedAt note place samples"u8);
    private static readonly JsonNames s_placeNames = new("hall row key"u8);
    private static readonly JsonNames s_sampleNames = new("value unit"u8);

    public static ShopData ReadData(ref JsonCursor json)
    {
        IReadOnlyList<ShopMachine> machines = null!;
        ulong seen = 0;
        for (var name = json.TryStartObject("{\"machines\":"u8) ? 0 : json.StartObject(s_dataNames); ; name = json.NextName(s_dataNames, seen))
        {
            switch (name)
            {
                case 0:
                    machines = json.ReadList<ShopMachine>(ReadMachine);
                    seen |= 1;
                    if (json.TryEndObject())
                        goto case JsonNames.End;
                    break;
                case JsonNames.End:
                    json.Require(s_dataNames, seen, 1);
                    return new() { Machines = machines };
                default:
                    json.SkipValue();
                    break;
            }
        }
    }

    public static ShopMachine ReadMachine(ref JsonCursor json)
    {
        string id = null!, machineName = null!;
        string? note = null;
        int number = 0;
        long cycles = 0;
        double load = 0;
        bool running = false;
        DateTimeOffset startedAt = default;
        ShopPlace? place = null;
        IReadOnlyList<ShopSample> samples = null!;
        ulong seen = 0;
        for (var name = json.TryStartObject("{\"id\":"u8) ? 0 : json.StartObject(s_machineNames); ; name = json.NextName(s_machineNames, seen))
        {
            switch (name)
            {
                case 0:
                    id = json.ReadString();
                    seen |= 1;
                    if (json.TryReadName(",\"name\":"u8))
                        goto case 1;
                    break;
                case 1:
                    machineName = json.ReadString();
                    seen |= 1 << 1;
                    if (json.TryReadName(",\"number\":"u8))
                        goto case 2;
                    break;
                case 2:
                    number = json.ReadInt32();
                    seen |= 1 << 2;
                    if (json.TryReadName(",\"cycles\":"u8))
                        goto case 3;
                    break;
                case 3:
                    cycles = json.ReadInt64();
                    seen |= 1 << 3;
                    if (json.TryReadName(",\"load\":"u8))
                        goto case 4;
                    break;
                case 4:
                    load = json.ReadDouble();
                    seen |= 1 << 4;
                    if (json.TryReadName(",\"running\":"u8))
                        goto case 5;
                    break;
                case 5:
                    running = json.ReadBoolean();
                    seen |= 1 << 5;
                    if (json.TryReadName(",\"startedAt\":"u8))
                        goto case 6;
                    break;
                case 6:
                    startedAt = json.ReadDateTimeOffset();
                    seen |= 1 << 6;
                    if (json.TryReadName(",\"note\":"u8))
                        goto case 7;
                    break;
                case 7:
                    note = json.ReadStringOrNull();
                    seen |= 1 << 7;
                    if (json.TryReadName(",\"place\":"u8))
                        goto case 8;
                    break;
                case 8:
                    place = json.TryReadNull() ? null : ReadPlace(ref json);
                    seen |= 1 << 8;
                    if (json.TryReadName(",\"samples\":"u8))
                        goto case 9;
                    break;
                case 9:
                    samples = json.ReadList<ShopSample>(ReadSample);
                    seen |= 1 << 9;
                    if (json.TryEndObject())
                        goto case JsonNames.End;
                    break;
                case JsonNames.End:
                    json.Require(s_machineNames, seen, 0x27F);
                    return new()
                    {
                        Id = id, Name = machineName, Number = number, Cycles = cycles, Load = load, Running = running,
                        StartedAt = startedAt, Note = note, Place = place, Samples = samples,
                    };
                default:
                    json.SkipValue();
                    break;
            }
        }
    }

    public static ShopPlace ReadPlace(ref JsonCursor json)
    {
        string hall = null!;
        int? row = null;
        Guid key = default;
        ulong seen = 0;
        for (var name = json.TryStartObject("{\"hall\":"u8) ? 0 : json.StartObject(s_placeNames); ; name = json.NextName(s_placeNames, seen))
        {
            switch (name)
            {
                case 0:
                    hall = json.ReadString();
                    seen |= 1;
                    if (json.TryReadName(",\"row\":"u8))
                        goto case 1;
                    break;
                case 1:
                    row = json.TryReadNull() ? null : json.ReadInt32();
                    seen |= 1 << 1;
                    if (json.TryReadName(",\"key\":"u8))
                        goto case 2;
                    break;
                case 2:
                    key = json.ReadGuid();
                    seen |= 1 << 2;
                    if (json.TryEndObject())
                        goto case JsonNames.End;
                    break;
                case JsonNames.End:
                    json.Require(s_placeNames, seen, 0b101);
                    return new() { Hall = hall, Row = row, Key = key };
                default:
                    json.SkipValue();
                    break;
            }
        }
    }

    public static ShopSample ReadSample(ref JsonCursor json)
    {
        decimal value = 0;
        string? unit = null;
        ulong seen = 0;
        for (var name = json.TryStartObject("{\"value\":"u8) ? 0 : json.StartObject(s_sampleNames); ; name = json.NextName(s_sampleNames, seen))
        {
            switch (name)
            {
                case 0:
                    value = json.ReadDecimal();
                    seen |= 1;
                    if (json.TryReadName(",\"unit\":"u8))
                        goto case 1;
                    break;
                case 1:
                    unit = json.ReadStringOrNull();
                    seen |= 1 << 1;
                    if (json.TryEndObject())
                        goto case JsonNames.End;
                    break;
                case JsonNames.End:
                    json.Require(s_sampleNames, seen, 1);
                    return new() { Value = value, Unit = unit };
                default:
                    json.SkipValue();
                    break;
            }
        }
    }
}

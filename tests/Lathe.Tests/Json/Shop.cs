using System.Diagnostics.CodeAnalysis;
using Lathe.Json;

namespace Lathe.Tests.Json;

// Records in the shape of generated code: members are expected in order, each one behind its constant name; a miss goes to
// NextName, which takes any order, white space and unknown members, and back into the switch.
internal sealed record ShopData
{
    private static readonly JsonNames s_names = new("machines"u8);

    public ShopData()
    {
    }

    [SetsRequiredMembers]
    public ShopData(ref JsonCursor json)
    {
        Machines = null!;
        for (var i = json.Start("{\"machines\":"u8, s_names, out var seen); i >= 0; i = json.NextName(s_names, i, ref seen))
        {
            Machines = json.ReadList<ShopMachine>(static (ref JsonCursor json) => new(ref json));
            if (json.End(i, 0))
                return;
        }
    }

    public required IReadOnlyList<ShopMachine> Machines { get; init; }
}

internal sealed record ShopMachine
{
    private static readonly JsonNames s_names = new("id name number cycles load running startedAt note? place? samples"u8);

    public ShopMachine()
    {
    }

    [SetsRequiredMembers]
    public ShopMachine(ref JsonCursor json)
    {
        (Id, Name, Samples) = (null!, null!, null!);
        for (var i = json.Start("{\"id\":"u8, s_names, out var seen); i >= 0; i = json.NextName(s_names, i, ref seen))
        {
            switch (i)
            {
                case 0:
                    Id = json.ReadString();
                    if (json.Next(",\"name\":"u8, 0))
                        goto case 1;
                    break;
                case 1:
                    Name = json.ReadString();
                    if (json.Next(",\"number\":"u8, 1))
                        goto case 2;
                    break;
                case 2:
                    Number = json.ReadInt32();
                    if (json.Next(",\"cycles\":"u8, 2))
                        goto case 3;
                    break;
                case 3:
                    Cycles = json.ReadInt64();
                    if (json.Next(",\"load\":"u8, 3))
                        goto case 4;
                    break;
                case 4:
                    Load = json.ReadDouble();
                    if (json.Next(",\"running\":"u8, 4))
                        goto case 5;
                    break;
                case 5:
                    Running = json.ReadBoolean();
                    if (json.Next(",\"startedAt\":"u8, 5))
                        goto case 6;
                    break;
                case 6:
                    StartedAt = json.ReadDateTimeOffset();
                    if (json.Next(",\"note\":"u8, 6))
                        goto case 7;
                    break;
                case 7:
                    Note = json.ReadStringOrNull();
                    if (json.Next(",\"place\":"u8, 7))
                        goto case 8;
                    break;
                case 8:
                    Place = json.TryReadNull() ? null : new(ref json);
                    if (json.Next(",\"samples\":"u8, 8))
                        goto case 9;
                    break;
                case 9:
                    Samples = json.ReadList<ShopSample>(static (ref JsonCursor json) => new(ref json));
                    if (json.End(i, 9))
                        return;
                    break;
            }
        }
    }

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
    private static readonly JsonNames s_names = new("hall row? key"u8);

    public ShopPlace()
    {
    }

    [SetsRequiredMembers]
    public ShopPlace(ref JsonCursor json)
    {
        Hall = null!;
        for (var i = json.Start("{\"hall\":"u8, s_names, out var seen); i >= 0; i = json.NextName(s_names, i, ref seen))
        {
            switch (i)
            {
                case 0:
                    Hall = json.ReadString();
                    if (json.Next(",\"row\":"u8, 0))
                        goto case 1;
                    break;
                case 1:
                    Row = json.TryReadNull() ? null : json.ReadInt32();
                    if (json.Next(",\"key\":"u8, 1))
                        goto case 2;
                    break;
                case 2:
                    Key = json.ReadGuid();
                    if (json.End(i, 2))
                        return;
                    break;
            }
        }
    }

    public required string Hall { get; init; }

    public int? Row { get; init; }

    public required Guid Key { get; init; }
}

internal sealed record ShopSample
{
    private static readonly JsonNames s_names = new("value unit?"u8);

    public ShopSample()
    {
    }

    [SetsRequiredMembers]
    public ShopSample(ref JsonCursor json)
    {
        for (var i = json.Start("{\"value\":"u8, s_names, out var seen); i >= 0; i = json.NextName(s_names, i, ref seen))
        {
            switch (i)
            {
                case 0:
                    Value = json.ReadDecimal();
                    if (json.Next(",\"unit\":"u8, 0))
                        goto case 1;
                    break;
                case 1:
                    Unit = json.ReadStringOrNull();
                    if (json.End(i, 1))
                        return;
                    break;
            }
        }
    }

    public required decimal Value { get; init; }

    public string? Unit { get; init; }
}

internal static class ShopJson
{
    public static ShopData ReadData(ref JsonCursor json) => new(ref json);

    public static ShopPlace ReadPlace(ref JsonCursor json) => new(ref json);
}

using System.Diagnostics.CodeAnalysis;
using Lathe.Json;

namespace Lathe.Tests.Json;

// Records in the shape of generated code: members are expected in order; Next also takes any order, white space and
// unknown members.
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
        for (var i = json.Start(s_names, out var seen); i >= 0; i = json.Next(s_names, i, ref seen))
        {
            Machines = json.ReadList<ShopMachine>(static (ref JsonCursor json) => new(ref json));
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
        for (var i = json.Start(s_names, out var seen); i >= 0; i = json.Next(s_names, i, ref seen))
        {
            switch (i)
            {
                case 0:
                    Id = json.ReadString();
                    break;
                case 1:
                    Name = json.ReadString();
                    break;
                case 2:
                    Number = json.ReadInt32();
                    break;
                case 3:
                    Cycles = json.ReadInt64();
                    break;
                case 4:
                    Load = json.ReadDouble();
                    break;
                case 5:
                    Running = json.ReadBoolean();
                    break;
                case 6:
                    StartedAt = json.ReadDateTimeOffset();
                    break;
                case 7:
                    Note = json.ReadStringOrNull();
                    break;
                case 8:
                    Place = json.TryReadNull() ? null : new(ref json);
                    break;
                case 9:
                    Samples = json.ReadList<ShopSample>(static (ref JsonCursor json) => new(ref json));
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
        for (var i = json.Start(s_names, out var seen); i >= 0; i = json.Next(s_names, i, ref seen))
        {
            switch (i)
            {
                case 0:
                    Hall = json.ReadString();
                    break;
                case 1:
                    Row = json.TryReadNull() ? null : json.ReadInt32();
                    break;
                case 2:
                    Key = json.ReadGuid();
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
        for (var i = json.Start(s_names, out var seen); i >= 0; i = json.Next(s_names, i, ref seen))
        {
            switch (i)
            {
                case 0:
                    Value = json.ReadDecimal();
                    break;
                case 1:
                    Unit = json.ReadStringOrNull();
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

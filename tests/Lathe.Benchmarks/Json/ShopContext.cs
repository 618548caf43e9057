using System.Text.Json.Serialization;
using Lathe.Tests.Json;

namespace Lathe.Benchmarks.Json;

internal sealed record ShopEnvelope
{
    public ShopData? Data { get; init; }
}

internal sealed record ShopRequest(string Query, string OperationName, ShopVariables Variables);

internal sealed record ShopVariables(int Limit, string Name, string[] Halls, ShopWhere Where);

internal sealed record ShopWhere(DateTimeOffset Since, double Load, bool Running);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ShopEnvelope))]
[JsonSerializable(typeof(ShopRequest))]
internal sealed partial class ShopContext : JsonSerializerContext;

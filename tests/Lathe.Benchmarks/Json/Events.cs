using System.Text.Json.Serialization;

namespace Lathe.Benchmarks.Json;

internal sealed record EventsEnvelope(EventsData Data);

internal sealed record EventsData(IReadOnlyList<ShopEvent> Events);

[JsonPolymorphic(TypeDiscriminatorPropertyName = "__typename")]
[JsonDerivedType(typeof(StartedEvent), "Started")]
[JsonDerivedType(typeof(StoppedEvent), "Stopped")]
[JsonDerivedType(typeof(AlarmEvent), "Alarm")]
internal abstract record ShopEvent;

internal sealed record StartedEvent(DateTimeOffset At, string Operator) : ShopEvent;

internal sealed record StoppedEvent(DateTimeOffset At, string Reason, int Seconds) : ShopEvent;

internal sealed record AlarmEvent(string Code, int Severity) : ShopEvent;

internal sealed record ChainEnvelope(ChainData Data);

internal sealed record ChainData(ChainLink Chain);

internal sealed record ChainLink(string Name, ChainLink? Next);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EventsEnvelope))]
[JsonSerializable(typeof(ChainEnvelope))]
internal sealed partial class EventsContext : JsonSerializerContext;

using Lathe.Json;

namespace Lathe.Tests.Json;

/// <summary>An enum in the shape of generated code.</summary>
internal readonly record struct Mode(string? Text) : IGraphQLEnumValue<Mode>
{
    public static JsonNames Names { get; } = new("ON OFF On"u8);

    public static Mode Create(string text) => new(text);

    public override string? ToString() => Text;
}

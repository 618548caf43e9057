using System.Text.Json;

namespace Lathe.Testing.Faking;

/// <summary>What is asked of a fake beside its seed.</summary>
internal sealed record FakeSettings
{
    /// <summary>Gets the length of lists; null for three, within a list two, deeper one.</summary>
    public int? ListLength { get; init; }

    public double NullShare { get; init; }

    public double UnknownEnumShare { get; init; }

    public double UnknownTypeShare { get; init; }

    public JsonElement? Variables { get; init; }

    /// <summary>Gets the places that are null, with the errors that say why; a null without an error where the message is null.</summary>
    public IReadOnlyList<FakeError> Errors { get; init; } = [];
}

/// <summary>A place that is null.</summary>
internal sealed record FakeError(string Path, string? Message, string? Code);

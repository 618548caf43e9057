using System.ComponentModel;
using System.Text.Json;

namespace Lathe.Json;

/// <summary>What generated input objects do to be written. They implement it explicitly, so that no member's name can clash.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IGraphQLInput
{
    /// <summary>Writes a JSON object that holds each member that was set.</summary>
    /// <param name="writer">Where to write.</param>
    void WriteTo(Utf8JsonWriter writer);
}

using System.ComponentModel;
using System.Text.Json;

namespace Lathe.Json;

/// <summary>What generated enums do to be read and written. They implement it explicitly, so that no name of a value can clash.</summary>
/// <typeparam name="TSelf">The enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IGraphQLEnumValue<TSelf>
    where TSelf : struct, IGraphQLEnumValue<TSelf>
{
    /// <summary>Reads a value that is not null; one that the schema does not know keeps its text.</summary>
    /// <param name="json">A cursor before the value; after the call it is behind it.</param>
    /// <returns>The value.</returns>
    static abstract TSelf Read(ref JsonCursor json);

    /// <summary>Writes the value as a JSON string.</summary>
    /// <param name="writer">Where to write.</param>
    /// <exception cref="ArgumentException">The schema does not know the value.</exception>
    void WriteTo(Utf8JsonWriter writer);
}

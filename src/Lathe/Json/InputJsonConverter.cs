using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lathe.Json;

/// <summary>
/// Writes an input for System.Text.Json as it is sent: what was never set is left out, a set null is null. Reading it back needs
/// <c>"readInputs"</c> in the configuration. Used by generated code.
/// </summary>
/// <typeparam name="T">The input.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class InputJsonConverter<T> : JsonConverter<T>
    where T : class, IGraphQLInput
{
    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException(
        $"The client has no code that reads the input {typeof(T).Name}. "
            + "Set \"readInputs\": true under \"extensions.lathe\" in .graphqlrc.json.");

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The input has an enum's value that the schema does not know.</exception>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => new InputWriter(writer).WriteValue(value);
}

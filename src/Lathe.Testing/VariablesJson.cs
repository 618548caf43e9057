using System.Buffers;
using System.Text.Json;
using Lathe.Uploads;

namespace Lathe.Testing;

internal static class VariablesJson
{
    public static JsonElement Of(IGraphQLVariables? variables)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            if (variables is null)
            {
                writer.WriteStartObject();
                writer.WriteEndObject();
            }
            else
            {
                // Null stands for a file.
                var before = FileCollector.Begin();
                variables.WriteTo(writer);
                FileCollector.End(before);
            }
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }
}

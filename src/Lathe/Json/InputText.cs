using System.Buffers;
using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace Lathe.Json;

/// <summary>Shows an input. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class InputText
{
    private static readonly ISet<string> s_sensitive = new GraphQLClientOptions().SensitiveNames;

    /// <summary>Writes what was set, at most a screen of it; what the names call a key, a token or a password is hidden.</summary>
    /// <param name="input">The input.</param>
    /// <returns>Such as <c>MachineFilter { name: "Spindle", apiKey: (hidden) }</c>.</returns>
    public static string Of(IGraphQLInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var text = new StringBuilder(input.GetType().Name).Append(' ');
        try
        {
            using var document = JsonDocument.Parse(Write(input));
            HiddenText.Append(text, document.RootElement, hidden: false, s_sensitive, ContentText.MostCharacters);
        }
        catch (Exception failure) when (failure is ArgumentException or InvalidOperationException or JsonException)
        {
            // It is deeper than any server reads, or holds what cannot be sent; a debugger shows it all the same.
            text.Append("that cannot be written");
        }

        return ContentText.Cut(text);
    }

    private static ReadOnlyMemory<byte> Write(IGraphQLInput input)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
            new InputWriter(writer).WriteValue(input);
        return json.WrittenMemory;
    }
}

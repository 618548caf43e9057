using System.Buffers;
using System.Text;
using System.Text.Json;
using Lathe.Json;
using Lathe.Uploads;

namespace Lathe.Requests;

/// <summary>Shows and compares inputs by what they send.</summary>
internal static class InputText
{
    private static readonly ISet<string> s_sensitive = new GraphQLClientOptions().SensitiveNames;

    public static string Of(InputObject input)
    {
        var text = new StringBuilder(input.GetType().Name).Append(' ');
        using var document = Write(input).Document;
        // A debugger shows values that cannot be sent.
        if (document is null)
            text.Append("that cannot be written");
        else
            HiddenText.Append(text, document.RootElement, hidden: false, s_sensitive, ContentText.MostCharacters);
        return ContentText.Cut(text);
    }

    public static bool AreEqual(InputObject left, InputObject right)
    {
        var (first, files) = Write(left);
        var (second, others) = Write(right);
        using (first)
        using (second)
        {
            // Null is written in place of a file.
            return first is not null && second is not null && (files is null ? others is null : others is not null && files.AreSame(others))
                && JsonEquality.AreEqual(first.RootElement, second.RootElement);
        }
    }

    // There is no document for a value that is too deep for any server, or that cannot be sent.
    private static (JsonDocument? Document, INotedFiles? Files) Write(InputObject input)
    {
        var json = new ArrayBufferWriter<byte>();
        var before = FileCollector.Begin();
        try
        {
            using (var writer = new Utf8JsonWriter(json))
                new InputWriter(writer).WriteValue(input);
            return (JsonDocument.Parse(json.WrittenMemory), FileCollector.Files);
        }
        catch (Exception failure) when (failure is ArgumentException or InvalidOperationException or JsonException)
        {
            return (null, null);
        }
        finally
        {
            FileCollector.End(before);
        }
    }
}

using System.Globalization;
using System.Text;

namespace Lathe.Uploads;

/// <summary>The body of a request with files (GraphQL multipart request specification): operations, map, files, in this order.</summary>
internal static class UploadContent
{
    /// <summary>Makes a body; nothing is read before it is sent.</summary>
    /// <param name="operations">The request as JSON.</param>
    /// <param name="map">The files.</param>
    public static HttpContent Create(HttpContent operations, FileMap map)
    {
        // Names of files go as browsers send them: UTF-8, not encoded.
        var content = new MultipartContent("form-data") { HeaderEncodingSelector = static (_, _) => Encoding.UTF8 };
        Add(content, operations, "operations", null);
        Add(content, new ByteArrayContent(map.ToJson()), "map", null);
        for (var i = 0; i < map.Files.Count; i++)
        {
            var file = map.Files[i].File;
            var part = file.ToContent();
            part.Headers.TryAddWithoutValidation("Content-Type", file.ContentType);
            Add(content, part, i.ToString(CultureInfo.InvariantCulture), file.Name);
        }

        return content;
    }

    private static void Add(MultipartContent content, HttpContent part, string name, string? fileName)
    {
        var disposition = $"form-data; name=\"{name}\"" + (fileName is null ? "" : $"; filename=\"{Escape(fileName)}\"");
        part.Headers.TryAddWithoutValidation("Content-Disposition", disposition);
        content.Add(part);
    }

    // As the HTML standard has it (multipart/form-data encoding algorithm).
    private static string Escape(string name) => name
        .Replace("\"", "%22", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal)
        .Replace("\0", "", StringComparison.Ordinal);
}

using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Lathe.Uploads;

/// <summary>The files of a request, each with its places in the variables ("map" of the GraphQL multipart request specification).</summary>
internal sealed class FileMap : IPlacedFiles
{
    private readonly List<(GraphQLFile File, List<string> Paths)> _files = [];
    private readonly Dictionary<GraphQLFile, List<string>> _paths = new(ReferenceEqualityComparer.Instance);

    /// <summary>Gets the files, each once, in the order of their first places.</summary>
    public IReadOnlyList<(GraphQLFile File, List<string> Paths)> Files => _files;

    /// <summary>Finds the places of files.</summary>
    /// <param name="variables">The variables as written, with null for each file.</param>
    /// <param name="files">The files, and at which byte each was written.</param>
    public static FileMap Find(ReadOnlySpan<byte> variables, IReadOnlyList<(GraphQLFile File, long At)> files)
    {
        var map = new FileMap();
        var path = new List<Step>();
        var reader = new Utf8JsonReader(variables, new JsonReaderOptions { MaxDepth = 1000 });
        for (var next = 0; next < files.Count && reader.Read();)
        {
            Enter(ref reader, path);
            // Between the byte that was noted and the token there may be a comma.
            if (reader.TokenType == JsonTokenType.Null && reader.TokenStartIndex >= files[next].At)
                map.Add(files[next++].File, Text(path));
        }

        return map;
    }

    public HttpContent Join(HttpContent operations) => UploadContent.Create(operations, this);

    /// <summary>Writes the map.</summary>
    public byte[] ToJson()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            for (var i = 0; i < _files.Count; i++)
            {
                writer.WriteStartArray(i.ToString(CultureInfo.InvariantCulture));
                foreach (var path in _files[i].Paths)
                    writer.WriteStringValue(path);
                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void Enter(ref Utf8JsonReader reader, List<Step> path)
    {
        if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
        {
            path.RemoveAt(path.Count - 1);
            return;
        }

        if (reader.TokenType == JsonTokenType.PropertyName)
        {
            path[^1] = new Step(reader.GetString(), 0);
            return;
        }

        if (path.Count > 0 && path[^1].Name is null)
            path[^1] = new Step(null, path[^1].Index + 1);
        if (reader.TokenType == JsonTokenType.StartObject)
            path.Add(new Step("", 0));
        else if (reader.TokenType == JsonTokenType.StartArray)
            path.Add(new Step(null, -1));
    }

    private static string Text(List<Step> path)
    {
        var text = new StringBuilder("variables");
        foreach (var step in path)
            text.Append('.').Append(step.Name ?? step.Index.ToString(CultureInfo.InvariantCulture));
        return text.ToString();
    }

    private void Add(GraphQLFile file, string path)
    {
        if (!_paths.TryGetValue(file, out var paths))
        {
            _paths.Add(file, paths = []);
            _files.Add((file, paths));
        }

        paths.Add(path);
    }

    private readonly record struct Step(string? Name, int Index);
}

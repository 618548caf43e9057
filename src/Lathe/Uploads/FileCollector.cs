using System.Text.Json;

namespace Lathe.Uploads;

/// <summary>Notes the files that are written into variables on this thread, where null stands for each, and at which byte.</summary>
internal static class FileCollector
{
    [ThreadStatic]
    private static State s_state;

    /// <summary>Gets the files in their order since <see cref="Begin"/>; null when there are none.</summary>
    public static INotedFiles? Files => s_state.Files;

    /// <summary>Begins to note.</summary>
    /// <returns>What was noted before, for <see cref="End"/>: variables may send a request of their own while they are written.</returns>
    public static State Begin()
    {
        var before = s_state;
        s_state = new State(true, null);
        return before;
    }

    public static void End(State before) => s_state = before;

    /// <summary>Notes a file that is about to be written.</summary>
    /// <exception cref="GraphQLUploadException">What is written can't have files.</exception>
    public static void Note(GraphQLFile file, Utf8JsonWriter writer)
    {
        if (!s_state.IsOpen)
            throw WithoutHttp();
        var files = s_state.Files ?? new NotedFiles();
        s_state = new State(true, files);
        files.Add(file, writer.BytesCommitted + writer.BytesPending);
    }

    public static GraphQLUploadException WithoutHttp() => new(
        "A file can't be sent so: files go with HTTP requests only, and a transport of another kind, such as WebSockets, would send null in place of "
            + "them.",
        null);

    internal readonly record struct State(bool IsOpen, INotedFiles? Files);
}

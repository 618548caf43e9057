namespace Lathe.Uploads;

internal sealed class NotedFiles : INotedFiles
{
    private readonly List<(GraphQLFile File, long At)> _files = [];

    public void Add(GraphQLFile file, long at) => _files.Add((file, at));

    public bool AreSame(INotedFiles other) => other is NotedFiles noted && _files.SequenceEqual(noted._files);

    public IPlacedFiles Place(ReadOnlySpan<byte> variables) => FileMap.Find(variables, _files);
}

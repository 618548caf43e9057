namespace Lathe.Language.Changes.Impact;

/// <summary>Uses by the name of what they use.</summary>
internal sealed class UseTable<T>
{
    private readonly Dictionary<string, List<T>> _uses = new(StringComparer.Ordinal);

    public IReadOnlyList<T> this[string name] => _uses.TryGetValue(name, out var uses) ? uses : [];

    public void Add(string name, T use)
    {
        if (!_uses.TryGetValue(name, out var uses))
            _uses.Add(name, uses = []);
        uses.Add(use);
    }
}

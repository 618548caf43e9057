namespace Lathe.Language.Syntax.Parsing;

/// <summary>Collects the items of a list of a document into an array of the right size.</summary>
internal struct Items<T>
{
    private T[]? _items;
    private int _count;

    internal void Add(T item)
    {
        _items ??= new T[4];
        if (_count == _items.Length)
            Array.Resize(ref _items, _count * 2);
        _items[_count++] = item;
    }

    internal T[] ToArray()
    {
        if (_items is null)
            return [];
        if (_count < _items.Length)
            Array.Resize(ref _items, _count);
        return _items;
    }
}

using System.Buffers;
using System.Runtime.CompilerServices;

namespace Lathe.Json;

/// <summary>Collects the items of a list: a few on the stack, more in pooled arrays, in the end in one array of the exact length.</summary>
internal ref struct ItemBuffer<T>
{
    private InlineItems _inline;
    private T[]? _pooled;
    private int _count;

    public void Add(T item)
    {
        if (_count < InlineItems.Length)
            _inline[_count++] = item;
        else
            AddPooled(item);
    }

    public readonly T[] ToArray()
    {
        var items = new T[_count];
        if (_pooled is null)
            ((ReadOnlySpan<T>)_inline)[.._count].CopyTo(items);
        else
            _pooled.AsSpan(0, _count).CopyTo(items);
        return items;
    }

    /// <summary>Gives the pooled array back; to be called once, whatever happened.</summary>
    public readonly void Release()
    {
        if (_pooled is not null)
            Return(_pooled);
    }

    private void AddPooled(T item)
    {
        if (_pooled is null)
        {
            _pooled = ArrayPool<T>.Shared.Rent(InlineItems.Length * 4);
            ((ReadOnlySpan<T>)_inline).CopyTo(_pooled);
        }
        else if (_count == _pooled.Length)
        {
            var larger = ArrayPool<T>.Shared.Rent(_count * 2);
            _pooled.CopyTo(larger, 0);
            Return(_pooled);
            _pooled = larger;
        }

        _pooled[_count++] = item;
    }

    // References left in the pool would keep whole responses alive.
    private readonly void Return(T[] pooled)
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
            pooled.AsSpan(0, _count).Clear();
        ArrayPool<T>.Shared.Return(pooled);
    }

    [InlineArray(Length)]
    private struct InlineItems
    {
        public const int Length = 8;
        private T _item;
    }
}

using System.Buffers;

namespace Lathe.Buffers;

/// <summary>Grows in rented arrays. Whoever detaches the array returns it to the pool.</summary>
internal sealed class PooledBufferWriter : IBufferWriter<byte>
{
    private ArrayPool<byte> _pool = ArrayPool<byte>.Shared;
    private byte[]? _array;
    private int _length;

    public int Length => _length;

    public ReadOnlySpan<byte> WrittenSpan => _array.AsSpan(0, _length);

    public void Start(ArrayPool<byte> pool, int size)
    {
        _pool = pool;
        _array = pool.Rent(size);
        _length = 0;
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(GetSpan(bytes.Length));
        _length += bytes.Length;
    }

    public (byte[] Array, int Length) Detach()
    {
        var detached = (_array!, _length);
        _array = null;
        return detached;
    }

    /// <summary>Returns the array, when writing failed.</summary>
    public void Abandon()
    {
        if (_array is { } array)
            _pool.Return(array);
        _array = null;
    }

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _array.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _array.AsSpan(_length);
    }

    private void Reserve(int size)
    {
        var needed = _length + Math.Max(size, 1);
        if (needed <= _array!.Length)
            return;
        var larger = _pool.Rent(Math.Max(needed, _array.Length * 2));
        _array.AsSpan(0, _length).CopyTo(larger);
        _pool.Return(_array);
        _array = larger;
    }
}

using System.Buffers;

namespace Lathe.Buffers;

/// <summary>Bytes in a rented array, which goes back to the pool when the last user has released it.</summary>
/// <remarks>
/// A connection may still be writing a request when its answer has come: an array that went back by then would send another call's bytes.
/// </remarks>
/// <param name="pool">Where the array goes back to.</param>
/// <param name="array">The array.</param>
/// <param name="length">How much of it is used.</param>
/// <param name="isSecret">Whether the array is cleared before it goes back.</param>
internal sealed class PooledBytes(ArrayPool<byte> pool, byte[] array, int length, bool isSecret = false) : IDisposable
{
    private int _users = 1;

    public int Length => length;

    public ReadOnlyMemory<byte> Memory => array.AsMemory(0, length);

    public ReadOnlySpan<byte> Span => array.AsSpan(0, length);

    /// <summary>Keeps the array alive for one more user, who calls <see cref="Dispose"/>.</summary>
    /// <exception cref="ObjectDisposedException">The array has gone back already.</exception>
    public void AddUser()
    {
        int users;
        do
        {
            users = Volatile.Read(ref _users);
            ObjectDisposedException.ThrowIf(users == 0, this);
        }
        while (Interlocked.CompareExchange(ref _users, users + 1, users) != users);
    }

    public void Dispose()
    {
        if (Interlocked.Decrement(ref _users) == 0)
            pool.Return(array, clearArray: isSecret);
    }
}

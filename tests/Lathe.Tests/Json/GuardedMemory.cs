using System.Runtime.InteropServices;

namespace Lathe.Tests.Json;

/// <summary>Memory whose last byte lies before a page that cannot be read: one byte too far ends the process.</summary>
internal sealed unsafe class GuardedMemory : IDisposable
{
    private const int ProtectNone = 0;
    private const int ProtectReadWrite = 3;
    private const int MapPrivateAnonymous = 0x22;

    private readonly nint _start;
    private readonly int _size;
    private readonly int _page = Environment.SystemPageSize;

    public GuardedMemory(int size)
    {
        _size = (size + _page - 1) / _page * _page;
        _start = mmap(0, (nuint)(_size + _page), ProtectReadWrite, MapPrivateAnonymous, -1, 0);
        Assert.NotEqual(-1, _start);
        Assert.Equal(0, mprotect(_start + _size, (nuint)_page, ProtectNone));
    }

    public int Size => _size;

    /// <summary>Returns a copy of the bytes that ends where the readable memory ends.</summary>
    public ReadOnlySpan<byte> Place(ReadOnlySpan<byte> bytes)
    {
        var target = new Span<byte>((void*)(_start + _size - bytes.Length), bytes.Length);
        bytes.CopyTo(target);
        return target;
    }

    public void Dispose() => _ = munmap(_start, (nuint)(_size + _page));

    [DllImport("libc")]
    private static extern nint mmap(nint address, nuint length, int protection, int flags, int file, nint offset);

    [DllImport("libc")]
    private static extern int mprotect(nint address, nuint length, int protection);

    [DllImport("libc")]
    private static extern int munmap(nint address, nuint length);
}

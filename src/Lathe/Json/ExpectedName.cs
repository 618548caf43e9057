using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Lathe.Json;

/// <summary>A member's name as it mostly stands in JSON, such as <c>,"name":</c>, found by one comparison of 16 bytes.</summary>
internal readonly struct ExpectedName
{
    private readonly Vector128<byte> _text;
    private readonly Vector128<byte> _mask;
    private readonly int _length;

    // What is behind the first 16 bytes; most names have none.
    private readonly byte[]? _rest;

    public ExpectedName(byte before, ReadOnlySpan<byte> name)
    {
        Span<byte> text = [before, (byte)'"', .. name];
        Span<byte> block = stackalloc byte[Vector128<byte>.Count];
        Span<byte> mask = stackalloc byte[Vector128<byte>.Count];
        var head = Math.Min(text.Length, block.Length);
        text[..head].CopyTo(block);
        mask[..head].Fill(0xFF);
        (_text, _mask, _length) = (Vector128.Create((ReadOnlySpan<byte>)block), Vector128.Create((ReadOnlySpan<byte>)mask), text.Length);
        _rest = text.Length > head ? text[head..].ToArray() : null;
    }

    /// <summary>Returns the name's length where it is at a place, or 0; also 0 near the end of the text, where 16 bytes cannot be read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Match(ReadOnlySpan<byte> json, int position)
    {
        if ((uint)position > (uint)json.Length || json.Length - position < Vector128<byte>.Count)
            return 0;
        var block = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(json), (nuint)position);
        if (((block ^ _text) & _mask) != Vector128<byte>.Zero)
            return 0;
        return _rest is null || json[(position + Vector128<byte>.Count)..].StartsWith(_rest) ? _length : 0;
    }
}

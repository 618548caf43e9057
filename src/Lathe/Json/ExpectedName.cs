using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Lathe.Json;

/// <summary>A member's name as it mostly stands in JSON, such as <c>,"name":</c>, found by one comparison of 16 bytes.</summary>
internal readonly struct ExpectedName
{
    private readonly Vector128<byte> _text;
    private readonly Vector128<byte> _mask;

    // Negative where there is a rest.
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
        (_text, _mask) = (Vector128.Create((ReadOnlySpan<byte>)block), Vector128.Create((ReadOnlySpan<byte>)mask));
        _rest = text.Length > head ? text[head..].ToArray() : null;
        _length = _rest is null ? text.Length : -text.Length;
    }

    /// <summary>Returns the name's length where it is at a place, or 0; also 0 near the end of the text, where 16 bytes cannot be read.</summary>
    /// <param name="json">The text.</param>
    /// <param name="position">The place, from 0 to the text's length.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Match(ReadOnlySpan<byte> json, int position)
    {
        if (json.Length - position < Vector128<byte>.Count)
            return 0;
        var block = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(json), (nuint)(uint)position);
        if (((block ^ _text) & _mask) != Vector128<byte>.Zero)
            return 0;
        return _length > 0 ? _length : MatchRest(json[(position + Vector128<byte>.Count)..]);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int MatchRest(ReadOnlySpan<byte> text) => text.StartsWith(_rest) ? -_length : 0;
}

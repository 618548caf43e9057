using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Lathe.Json;

/// <summary>Remembers which of up to 64 members of an input were set. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct SetMembers
{
    private ulong _bits;

    /// <summary>Gets a value indicating whether a member was set.</summary>
    /// <param name="index">The member's index, from 0 to 63.</param>
    public readonly bool this[int index] => (_bits & (1UL << index)) != 0;

    /// <summary>Gets how many members were set.</summary>
    public readonly int Count => BitOperations.PopCount(_bits);

    /// <summary>Remembers that a member was set.</summary>
    /// <param name="index">The member's index, from 0 to 63.</param>
    public void Add(int index) => _bits |= 1UL << index;

    /// <summary>Remembers that a member was set.</summary>
    /// <typeparam name="T">The member's type.</typeparam>
    /// <param name="index">The member's index, from 0 to 63.</param>
    /// <param name="value">What it was set to.</param>
    /// <returns>The value.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Add<T>(int index, T value)
    {
        Add(index);
        return value;
    }
}

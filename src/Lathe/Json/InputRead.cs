using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Lathe.Json;

/// <summary>Reads an input, whose own member is explicit. Used by generated code.</summary>
/// <typeparam name="T">The input.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Design", "CA1000", Justification = "Generated code alone calls it, with the type at hand.")]
public static class InputRead<T>
    where T : class, IReadableInput<T>
{
    /// <summary>Reads an input.</summary>
    /// <param name="json">A cursor before the object; after the call it is behind it.</param>
    /// <returns>The input.</returns>
    public static T Read(ref JsonCursor json) => T.Read(ref json);
}

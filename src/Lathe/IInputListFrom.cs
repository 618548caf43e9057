using System.ComponentModel;

namespace Lathe;

/// <summary>A list of an input that an array makes. The lists of this library implement it, so that lists of them take arrays of arrays.</summary>
/// <typeparam name="TArray">The type of the array.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IInputListFrom<in TArray>
{
    // Not the implementing type: a list that may be null would then not be what implements it.
    internal static abstract object From(TArray items);
}

using System.ComponentModel;

namespace Lathe.Json;

/// <summary>How a number is written: servers in JavaScript round what a double does not hold. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum NumberForm
{
    /// <summary>A JSON number.</summary>
    Number,

    /// <summary>A JSON string.</summary>
    Text,

    /// <summary>A JSON number where every reader gets all of its digits (up to 2^53-1, or 15 digits with a fraction), a string beyond.</summary>
    Safe,
}

using System.ComponentModel;

namespace Lathe.Json;

/// <summary>How a number is written. Servers in JavaScript round numbers that a double can't hold. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum NumberForm
{
    /// <summary>A JSON number.</summary>
    Number,

    /// <summary>A JSON string.</summary>
    Text,

    /// <summary>
    /// A JSON number as long as every reader gets all of its digits: up to 2^53-1, or 15 digits with a fraction. Otherwise a JSON string.
    /// </summary>
    Safe,
}

namespace Lathe.Language.Configuration;

/// <summary>How a scalar is read and written.</summary>
internal enum ScalarKind
{
    /// <summary><c>string</c>, from a JSON string.</summary>
    String,

    /// <summary><c>string</c>, from a JSON string or integer.</summary>
    Id,

    /// <summary><c>int</c>.</summary>
    Int,

    /// <summary><c>long</c>, from a JSON number or a string that holds one.</summary>
    Long,

    /// <summary><c>double</c>.</summary>
    Double,

    /// <summary><c>bool</c>.</summary>
    Boolean,

    /// <summary><c>decimal</c>, from a JSON number or a string that holds one.</summary>
    Decimal,

    /// <summary><c>System.Numerics.BigInteger</c>, from a JSON number or a string that holds one.</summary>
    BigInteger,

    /// <summary><c>System.DateTimeOffset</c>, ISO 8601.</summary>
    DateTimeOffset,

    /// <summary><c>System.DateTime</c>, ISO 8601 without an offset.</summary>
    DateTime,

    /// <summary><c>System.DateOnly</c>, <c>yyyy-MM-dd</c>.</summary>
    DateOnly,

    /// <summary><c>System.TimeOnly</c>, ISO 8601.</summary>
    TimeOnly,

    /// <summary><c>System.TimeSpan</c>, an ISO 8601 duration.</summary>
    TimeSpan,

    /// <summary><c>System.Guid</c>.</summary>
    Guid,

    /// <summary><c>System.Uri</c>.</summary>
    Uri,

    /// <summary><c>byte[]</c>, Base64.</summary>
    Bytes,

    /// <summary><c>System.Text.Json.JsonElement</c>: any JSON value.</summary>
    Json,

    /// <summary><c>Lathe.GraphQLFile</c>, through its own converter.</summary>
    File,

    /// <summary>A type of the user's, through an <c>IScalarConverter</c>.</summary>
    Converter,
}

namespace Lathe.Language.Configuration;

/// <summary>The .NET types of the built-in scalars and of custom ones whose names are in common use.</summary>
internal static class DefaultScalars
{
    private static readonly Dictionary<string, ScalarKind> s_exact = new(StringComparer.Ordinal)
    {
        ["String"] = ScalarKind.String,
        ["ID"] = ScalarKind.Id,
        ["Int"] = ScalarKind.Int,
        ["Float"] = ScalarKind.Double,
        ["Boolean"] = ScalarKind.Boolean,
        // GraphQL.NET, graphql-scalars and others allow any size. Hasura's "bigint" is a column of 64 bits.
        ["BigInt"] = ScalarKind.BigInteger,
        // The file scalar of the GraphQL multipart request specification, by the names that servers use.
        ["Upload"] = ScalarKind.File,
        ["File"] = ScalarKind.File,
    };

    // Without case and underscores: "date_time" and "DateTime" are one.
    private static readonly Dictionary<string, ScalarKind> s_common = Table(
        (ScalarKind.DateTimeOffset, "datetime datetimeoffset timestamptz timestampz isodatetime iso8601datetime datetimeiso zoneddatetime instant "
            + "gittimestamp precisedatetime offsetdatetime"),
        (ScalarKind.DateTime, "timestamp localdatetime naivedatetime"),
        (ScalarKind.DateOnly, "date localdate isodate iso8601date"),
        (ScalarKind.TimeOnly, "time localtime"),
        (ScalarKind.TimeSpan, "duration interval timespan isoduration iso8601duration"),
        (ScalarKind.Guid, "uuid guid"),
        (ScalarKind.Decimal, "decimal numeric bigdecimal"),
        (ScalarKind.Long, "bigint long int64 int8 safeint unsignedint unsignedlong uint uint32"),
        (ScalarKind.Int, "int32 int4 int2 smallint integer short byte sbyte uint8 uint16 int16 positiveint nonnegativeint"),
        (ScalarKind.BigInteger, "biginteger uint64 unsignedint64 uint256 int128 int256"),
        (ScalarKind.Double, "double float8 float4 real float64"),
        (ScalarKind.Boolean, "bool"),
        (ScalarKind.Uri, "uri url href"),
        (ScalarKind.Bytes, "bytes base64 base64string base64encoded bytearray"),
        (ScalarKind.Json, "json jsonb jsonobject jsonarray jsonelement any object map anyscalar unknown"),
        (ScalarKind.String, "text bytea varchar bpchar citext name html markdown xml emailaddress email phonenumber phone color hexcolor "
            + "hexcolorcode currency currencycode countrycode timezone languagecode locale gitobjectid gitrefname gitsshremote cursor char character "
            + "slug jwt cuid ulid objectid inet cidr macaddr formattedstring"));

    /// <summary>Gets the names that count as written, with how each is read.</summary>
    public static IReadOnlyDictionary<string, ScalarKind> ExactNames => s_exact;

    /// <summary>Gets the names in common use, without case and underscores, with how each is read.</summary>
    public static IReadOnlyDictionary<string, ScalarKind> CommonNames => s_common;

    /// <summary>Finds how a scalar is read, or null for one that is not known.</summary>
    public static ScalarKind? Find(string scalar)
    {
        if (s_exact.TryGetValue(scalar, out var kind) || s_common.TryGetValue(Normalise(scalar), out kind))
            return kind;
        return null;
    }

    /// <summary>
    /// Tells how the numbers of a scalar are written: those of big integers, which servers in JavaScript and others write as strings, so
    /// beyond 2^53-1, where a double would lose digits.
    /// </summary>
    public static NumberForm FormOf(string scalar, ScalarKind kind) =>
        kind == ScalarKind.BigInteger || (kind == ScalarKind.Long && Normalise(scalar) == "bigint") ? NumberForm.Safe : NumberForm.Number;

    private static Dictionary<string, ScalarKind> Table(params (ScalarKind Kind, string Names)[] rows)
    {
        var table = new Dictionary<string, ScalarKind>(StringComparer.Ordinal);
        foreach ((var kind, var names) in rows)
        {
            foreach (var name in names.Split(' '))
                table.Add(Normalise(name), kind);
        }

        return table;
    }

    private static string Normalise(string name) => name.Replace("_", "").ToLowerInvariant();
}

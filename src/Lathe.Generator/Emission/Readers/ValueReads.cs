using Lathe.Generator.Model;

namespace Lathe.Generator.Emission;

/// <summary>The expressions that read a value at <c>json</c>, a cursor.</summary>
internal static class ValueReads
{
    /// <summary>Returns the expression that reads a value of a type, <c>null</c> only where the type allows it.</summary>
    /// <param name="type">The type.</param>
    public static string Expression(TypeModel type) => type switch
    {
        { IsNullable: false } => NonNull(type),
        ScalarTypeModel { Scalar.Kind: ScalarKind.String } => "json.ReadStringOrNull()",
        _ => $"json.TryReadNull() ? null : {NonNull(type)}",
    };

    private static string NonNull(TypeModel type) => type switch
    {
        ListTypeModel list => $"json.ReadList<{ResultTypes.Name(list.Item)}>({Item(list.Item)})",
        ScalarTypeModel { Scalar: { Kind: ScalarKind.Converter } scalar } => $"json.ReadScalar<{scalar.ClrType}, {scalar.Converter}>()",
        ScalarTypeModel scalar => $"json.{Method(scalar.Scalar.Kind)}()",
        EnumTypeModel one => $"json.ReadEnum<{one.ClrName}>()",
        ResultTypeModel result => $"{result.Reader}(ref json)",
        _ => throw new ArgumentException($"{type.GetType().Name} is not the type of a result.", nameof(type)),
    };

    private static string Item(TypeModel item) => item is ResultTypeModel { IsNullable: false } result
        ? result.Reader
        : $"static (ref {ReaderNames.Cursor} json) => {Expression(item)}";

    private static string Method(ScalarKind kind) => kind switch
    {
        ScalarKind.String => "ReadString",
        ScalarKind.Id => "ReadId",
        ScalarKind.Int => "ReadInt32",
        ScalarKind.Long => "ReadInt64",
        ScalarKind.Double => "ReadDouble",
        ScalarKind.Boolean => "ReadBoolean",
        ScalarKind.Decimal => "ReadDecimal",
        ScalarKind.BigInteger => "ReadBigInteger",
        ScalarKind.DateTimeOffset => "ReadDateTimeOffset",
        ScalarKind.DateTime => "ReadDateTime",
        ScalarKind.DateOnly => "ReadDate",
        ScalarKind.TimeOnly => "ReadTime",
        ScalarKind.TimeSpan => "ReadTimeSpan",
        ScalarKind.Guid => "ReadGuid",
        ScalarKind.Uri => "ReadUri",
        ScalarKind.Bytes => "ReadBytes",
        ScalarKind.Json => "ReadElement",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No reader for this kind of scalar."),
    };
}

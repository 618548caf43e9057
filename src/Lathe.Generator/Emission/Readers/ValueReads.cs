using Lathe.Generator.Binding;
using Lathe.Generator.Model;
using Lathe.Language.Configuration;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Emission;

/// <summary>The expressions that read a value at <c>j</c>, a cursor.</summary>
internal static class ValueReads
{
    /// <summary>Returns the expression that reads a value of a type, <c>null</c> only where the type allows it.</summary>
    /// <param name="type">The type.</param>
    public static string Expression(TypeModel type) => ErrorReads.Expression(type) ?? type switch
    {
        { IsNullable: false } => NonNull(type),
        ScalarTypeModel { Scalar.Kind: ScalarKind.String } => "j.ReadStringOrNull()",
        EnumTypeModel one => $"j.ReadEnumOrNull<{one.ClrName}>()",
        ListTypeModel list => $"j.ReadListOrNull<{ResultTypes.Name(list.Item)}>({Item(list.Item)})",
        _ => $"j.TryReadNull() ? null : {NonNull(type)}",
    };

    /// <summary>Returns the expression that reads a value which is not null.</summary>
    /// <param name="type">The type.</param>
    public static string NonNull(TypeModel type) => type switch
    {
        ListTypeModel list => $"j.ReadList<{ResultTypes.Name(list.Item)}>({Item(list.Item)})",
        ScalarTypeModel { Scalar: { Kind: ScalarKind.Converter } scalar } => $"j.ReadScalar<{scalar.ClrType}, {scalar.Converter}>()",
        ScalarTypeModel scalar => $"j.{ScalarTypes.Reader(scalar.Scalar.Kind)}()",
        EnumTypeModel one => $"j.ReadEnum<{one.ClrName}>()",
        ResultTypeModel { Reader: null } => "new(ref j)",
        ResultTypeModel result => $"{result.Reader}(ref j)",
        _ => throw new ArgumentException($"{type.GetType().Name} is not the type of a result.", nameof(type)),
    };

    private static string Item(TypeModel item) => item is ResultTypeModel { IsNullable: false, Errors: ErrorHandling.None, Reader: { } reader }
        ? reader
        : $"static (ref {ReaderNames.Cursor} j) => {Expression(item)}";
}

using Lathe.Generator.Binding;
using Lathe.Generator.Model;
using Lathe.Language.Configuration;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Emission;

/// <summary>The expressions that read a value at <c>j</c>, a cursor, at a place where something becomes of an error.</summary>
internal static class ErrorReads
{
    private const string IfNull = "j.TryReadNull() ? ";

    /// <summary>Returns the expression; null where the value is read as if there were no errors.</summary>
    /// <param name="type">The type.</param>
    public static string? Expression(TypeModel type) => type switch
    {
        FieldResultTypeModel { Value: var value } => Result(value),
        { Errors: ErrorHandling.Throw } =>
            $"{IfNull}j.{(type.IsNullable ? "ThrowOrNull" : "Throw")}<{ResultTypes.Name(type)}>() : {ValueReads.NonNull(type)}",
        { Errors: ErrorHandling.Null } when type.IsNullByErrorAlone => $"{IfNull}j.ErrorNull<{ResultTypes.Name(type)}>() : {Null(type)}",
        { Errors: ErrorHandling.Null } when MayThrowBelow(type) => $"{IfNull}null : {Null(type)}",
        _ => null,
    };

    /// <summary>Returns the expression that reads the value of a field whose error the record keeps beside it.</summary>
    /// <param name="field">The field, a value or an error.</param>
    public static string Kept(FieldModel field)
    {
        var value = ((FieldResultTypeModel)field.Type).Value;
        var (name, read) = (ResultTypes.Name(value), ValueReads.NonNull(value));
        var slot = $"ref {CaughtFields.Slot}, \"{field.PropertyName}\"";
        if (value is ScalarTypeModel { IsNullable: false, Scalar.Kind: var kind } && LooksForNullLast(kind))
            return $"j.{ScalarTypes.Reader(kind)}({slot})";
        return $"{IfNull}j.Null{(value.IsNullable ? "OrError" : "ByError")}<{name}>({slot}) : "
            + (MayThrowBelow(value) ? $"j.Catch<{name}>(j.Try(), {read}, {slot})" : read);
    }

    // The run time has readers of their own for what most fields are: a null is looked for where no plain value stands.
    private static bool LooksForNullLast(ScalarKind kind) => kind is ScalarKind.String or ScalarKind.Id or ScalarKind.Int or ScalarKind.Long
        or ScalarKind.Double or ScalarKind.Decimal or ScalarKind.Boolean or ScalarKind.Guid or ScalarKind.DateTimeOffset;

    private static string Result(TypeModel value)
    {
        var name = ResultTypes.Name(value);
        var read = ValueReads.NonNull(value);
        var result = MayThrowBelow(value) ? $"j.Catch<{name}>(j.Try(), {read})"
            : value is ResultTypeModel { Reader: null } record ? $"new {record.ClrName}(ref j)"
            // C# converts no interface to another type by itself.
            : value is ScalarTypeModel { Scalar.Kind: ScalarKind.Converter } ? $"new {ResultTypes.Name(new FieldResultTypeModel(value))}({read})"
            : read;
        return $"{IfNull}j.{(value.IsNullable ? "NullResult" : "ErrorResult")}<{name}>() : {result}";
    }

    private static string Null(TypeModel type) => MayThrowBelow(type)
        ? $"j.CatchNull<{ResultTypes.Name(type, false)}>(j.Try(), {ValueReads.NonNull(type)})"
        : ValueReads.NonNull(type);

    private static bool MayThrowBelow(TypeModel type) => type switch
    {
        ListTypeModel { Item: var item } => item is not FieldResultTypeModel && item.Errors switch
        {
            ErrorHandling.None => MayThrowBelow(item),
            var errors => errors == ErrorHandling.Throw,
        },
        ResultTypeModel result => result.MayThrow,
        _ => false,
    };
}

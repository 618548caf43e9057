using Lathe.Generator.Model;

namespace Lathe.Generator.Emission;

/// <summary>The calls that write a value to <c>writer</c>; null is written as such.</summary>
internal static class ValueWrites
{
    private const string Writes = "global::Lathe.Json.JsonWrite.";

    /// <summary>Returns the call that writes a value.</summary>
    /// <param name="type">The type.</param>
    /// <param name="value">The expression whose value is written.</param>
    public static string Call(TypeModel type, string value) => type switch
    {
        ListTypeModel list => $"{Writes}List(writer, {value}, static (writer, item) => {Call(list.Item, "item")})",
        ScalarTypeModel { Scalar: { Kind: ScalarKind.Converter } scalar } =>
            $"{Writes}Scalar<{scalar.ClrType}, {scalar.Converter}>(writer, {value})",
        ScalarTypeModel { Scalar.Kind: ScalarKind.Id } => $"{Writes}String(writer, {value})",
        ScalarTypeModel scalar => $"{Writes}{scalar.Scalar.Kind}(writer, {value})",
        EnumTypeModel one => $"{Writes}Enum<{one.ClrName}>(writer, {value})",
        InputTypeModel => $"{Writes}Input(writer, {value})",
        _ => throw new ArgumentException($"{type.GetType().Name} is not the type of an input.", nameof(type)),
    };
}

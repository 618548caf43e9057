using Lathe.Generator.Binding;
using Lathe.Generator.Model;
using Lathe.Language.Configuration;

namespace Lathe.Generator.Emission;

/// <summary>The calls that write a value by <c>json</c>, an <c>InputWriter</c>; null is written as such.</summary>
internal static class ValueWrites
{
    /// <summary>Returns the call that writes a member.</summary>
    /// <param name="name">The member's name in the schema.</param>
    /// <param name="type">The type.</param>
    /// <param name="value">The expression whose value is written.</param>
    public static string Member(string name, TypeModel type, string value) =>
        $"json.Write{Kind(type)}{(HasPlainItems(type) ? $"s(\"{name}\"u8, {value})" : Rest(type, $"\"{name}\"u8, {value}"))}";

    // An overload for each type would be shorter here, but the compiler would weigh all of them at each call.
    private static string Kind(TypeModel type) => type switch
    {
        ListTypeModel list => HasPlainItems(list) ? Kind(list.Item) : "List",
        EnumTypeModel => "Enum",
        InputTypeModel => "Input",
        ScalarTypeModel { Scalar.Kind: var kind } => ScalarTypes.WriterSuffix(kind),
        _ => throw new ArgumentException($"{type.GetType().Name} is not the type of an input.", nameof(type)),
    };

    // Most lists: the run time writes them without a lambda here.
    private static bool HasPlainItems(TypeModel type) =>
        type is ListTypeModel { Item: InputTypeModel or ScalarTypeModel { Scalar.Kind: ScalarKind.String or ScalarKind.Id } };

    // Only the items of a list and a converter must be named.
    private static string Rest(TypeModel type, string arguments) => type switch
    {
        ListTypeModel list => $"({arguments}, static (json, item) => json.WriteValue{Rest(list.Item, "item")})",
        ScalarTypeModel { Scalar: { Kind: ScalarKind.Converter } scalar } => $"<{scalar.ClrType}, {scalar.Converter}>({arguments})",
        ScalarTypeModel { Scalar.Form: not NumberForm.Number } number => $"({arguments}, global::Lathe.Json.NumberForm.{number.Scalar.Form})",
        _ => $"({arguments})",
    };
}

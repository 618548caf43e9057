using Lathe.Generator.Model;

namespace Lathe.Generator.Emission;

/// <summary>The C# names of the types of variables and input fields.</summary>
internal static class InputTypes
{
    /// <summary>Returns the type of a property or parameter.</summary>
    public static string Name(InputFieldModel field) => Name(field.Type, field.Presence != InputPresence.Required);

    /// <summary>Returns the type as written in code.</summary>
    /// <param name="type">The type.</param>
    /// <param name="isNullable">Whether null is a value of it here.</param>
    public static string Name(TypeModel type, bool isNullable) => NonNull(type) + (isNullable ? "?" : "");

    /// <summary>Returns the type arguments of a list.</summary>
    /// <param name="list">The list.</param>
    public static string ItemArguments(ListTypeModel list) =>
        Name(list.Item, list.Item.IsNullable) + (list.Item is ListTypeModel inner ? ", " + Array(inner) : "");

    private static string NonNull(TypeModel type) => type switch
    {
        ListTypeModel list => $"global::Lathe.InputList{(list.Item is ListTypeModel ? "OfLists" : "")}<{ItemArguments(list)}>",
        ScalarTypeModel scalar => scalar.Scalar.ClrType,
        EnumTypeModel one => one.ClrName,
        InputTypeModel input => input.ClrName,
        _ => throw new ArgumentException($"{type.GetType().Name} is not the type of an input.", nameof(type)),
    };

    // C# writes the outer array first: int[]?[] is an array of arrays that may be null.
    private static string Array(ListTypeModel list) => list.Item is ListTypeModel inner
        ? Array(inner) + (inner.IsNullable ? "?" : "") + "[]"
        : Name(list.Item, list.Item.IsNullable) + "[]";
}

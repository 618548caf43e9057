using Lathe.Generator.Model;

namespace Lathe.Generator.Emission;

/// <summary>The expressions that read a value of an input at <c>j</c>, a cursor.</summary>
internal static class InputReads
{
    /// <summary>Returns the expression that reads a value of a type, <c>null</c> only where the type allows it.</summary>
    /// <param name="type">The type.</param>
    public static string Expression(TypeModel type) => type switch
    {
        ListTypeModel or InputTypeModel => type.IsNullable ? $"j.TryReadNull() ? null : {NonNull(type)}" : NonNull(type),
        _ => ValueReads.Expression(type),
    };

    private static string NonNull(TypeModel type) => type switch
    {
        ListTypeModel list => $"j.ReadInputList<{InputTypes.ItemArguments(list)}>(static (ref {ReaderNames.Cursor} j) => {Expression(list.Item)})",
        InputTypeModel input => $"{ReaderNames.Json}InputRead<{input.ClrName}>.Read(ref j)",
        _ => throw new ArgumentException($"{type.GetType().Name} is not the type of an input.", nameof(type)),
    };
}

using Lathe.Generator.Model;

namespace Lathe.Generator.Emission;

/// <summary>The C# names of the types of results.</summary>
internal static class ResultTypes
{
    /// <summary>Returns the type as written in code.</summary>
    /// <param name="type">The type.</param>
    public static string Name(TypeModel type) => Name(type, type.IsNullable);

    /// <summary>Returns the type as written in code.</summary>
    /// <param name="type">The type.</param>
    /// <param name="isNullable">Whether null is a value of it here.</param>
    public static string Name(TypeModel type, bool isNullable) => NonNull(type) + (isNullable ? "?" : "");

    private static string NonNull(TypeModel type) => type switch
    {
        ListTypeModel list => $"global::System.Collections.Generic.IReadOnlyList<{Name(list.Item)}>",
        ScalarTypeModel scalar => scalar.Scalar.ClrType,
        EnumTypeModel one => one.ClrName,
        ResultTypeModel result => result.ClrName,
        _ => throw new ArgumentException($"{type.GetType().Name} is not the type of a result.", nameof(type)),
    };
}

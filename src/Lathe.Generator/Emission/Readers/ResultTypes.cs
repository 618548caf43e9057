using Lathe.Generator.Model;

namespace Lathe.Generator.Emission;

/// <summary>The C# names of the types of results.</summary>
internal static class ResultTypes
{
    // A list of records is one of the interfaces that they implement, but only as an interface itself.
    private const string Views = "global::System.Collections.Generic.IReadOnlyList";
    private const string Records = "global::Lathe.ResultList";

    /// <summary>Returns what lists, and results that may be errors, are of at any depth.</summary>
    /// <param name="type">The type.</param>
    public static TypeModel Leaf(TypeModel type) => type switch
    {
        ListTypeModel list => Leaf(list.Item),
        FieldResultTypeModel result => Leaf(result.Value),
        _ => type,
    };

    /// <summary>Returns the type as written in code.</summary>
    /// <param name="type">The type.</param>
    public static string Name(TypeModel type) => Name(type, type.IsNullable);

    /// <summary>Returns the type as written in code.</summary>
    /// <param name="type">The type.</param>
    /// <param name="isNullable">Whether null is a value of it here.</param>
    public static string Name(TypeModel type, bool isNullable) => NonNull(type) + (isNullable ? "?" : "");

    private static string NonNull(TypeModel type) => type switch
    {
        ListTypeModel list => $"{(Leaf(list) is ResultTypeModel { IsView: true } ? Views : Records)}<{Name(list.Item)}>",
        FieldResultTypeModel result => $"global::Lathe.FieldResult<{Name(result.Value)}>",
        ScalarTypeModel scalar => scalar.Scalar.ClrType,
        EnumTypeModel one => one.ClrName,
        ResultTypeModel result => result.ClrName,
        _ => throw new ArgumentException($"{type.GetType().Name} is not the type of a result.", nameof(type)),
    };
}

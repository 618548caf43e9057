using Lathe.Generator.Model;
using Lathe.Language.Configuration;

namespace Lathe.Generator.Emission;

/// <summary>Writes a property of a record, with what makes it equal to others and lets System.Text.Json read and write it.</summary>
internal static class PropertyEmitter
{
    private const string Json = "global::Lathe.Json.";

    /// <summary>Writes the property, and the field behind it if it needs one.</summary>
    /// <param name="writer">Within the record.</param>
    /// <param name="field">The property's field.</param>
    /// <param name="isBase">Whether the record has cases, whose readers set it.</param>
    public static void Emit(CodeWriter writer, FieldModel field, bool isBase)
    {
        if (ResultTypes.Leaf(field.Type) is ScalarTypeModel { Scalar: var scalar }
            && (scalar.Kind is ScalarKind.BigInteger or ScalarKind.Converter || IsJsonResult(field.Type)))
            writer.Line($"[global::System.Text.Json.Serialization.JsonConverter(typeof({Converter(field.Type, scalar)}))]");
        var property = $"public {(field.IsNullable ? "" : "required ")}{ResultTypes.Name(field.Type, field.IsNullable)} {field.PropertyName}";
        if (CaughtFields.IsKept(field))
        {
            CaughtFields.EmitProperty(writer, field, property, Holder(((FieldResultTypeModel)field.Type).Value), isBase);
            return;
        }

        if (Holder(field.Type with { IsNullable = field.IsNullable }) is not { } holder)
        {
            writer.Line(property + " { get; init; }");
            return;
        }

        var name = CaughtFields.Backing(field);
        writer.Line($"{property} {{ get => {name}; init => {name} = value; }}").Line($"readonly {holder} {name};");
    }

    // .NET compares these by reference.
    private static string? Holder(TypeModel type) => type switch
    {
        ScalarTypeModel { Scalar.Kind: ScalarKind.Json } => $"{Json}EqualJson{(type.IsNullable ? "?" : "")}",
        ScalarTypeModel { Scalar.Kind: ScalarKind.Bytes } => Json + "EqualBytes",
        _ => null,
    };

    // With an error the value is the default, which System.Text.Json leaves out.
    private static bool IsJsonResult(TypeModel type) => type switch
    {
        ListTypeModel list => IsJsonResult(list.Item),
        FieldResultTypeModel { Value: ScalarTypeModel { IsNullable: false, Scalar.Kind: ScalarKind.Json } } => true,
        FieldResultTypeModel result => IsJsonResult(result.Value),
        _ => false,
    };

    private static string Converter(TypeModel type, ScalarModel scalar) => type switch
    {
        FieldResultTypeModel result => $"{Json}FieldResultJsonConverter<{ResultTypes.Name(result.Value)}, {Converter(result.Value, scalar)}>",
        ListTypeModel list => $"{Json}ListJsonConverter<{ResultTypes.Name(list.Item)}, {Converter(list.Item, scalar)}>",
        _ when scalar.Kind == ScalarKind.BigInteger => Json + "BigIntegerJsonConverter",
        _ when scalar.Kind == ScalarKind.Json => Json + "ElementJsonConverter",
        _ => scalar.JsonConverter!,
    };
}

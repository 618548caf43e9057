using Lathe.Generator.Model;
using Lathe.Language.Configuration;

namespace Lathe.Generator.Emission;

/// <summary>Writes a property of a record, with what makes it equal to others and lets System.Text.Json read and write it.</summary>
internal static class PropertyEmitter
{
    private const string Json = "global::Lathe.Json.";

    public static void Emit(CodeWriter writer, FieldModel field)
    {
        if (ResultTypes.Leaf(field.Type) is ScalarTypeModel { Scalar: { Kind: ScalarKind.BigInteger or ScalarKind.Converter } scalar })
            writer.Line($"[global::System.Text.Json.Serialization.JsonConverter(typeof({Converter(field.Type, scalar)}))]");
        var property = $"public {(field.IsNullable ? "" : "required ")}{ResultTypes.Name(field.Type, field.IsNullable)} {field.PropertyName}";
        if (Holder(field) is not { } holder)
        {
            writer.Line(property + " { get; init; }");
            return;
        }

        var name = "_" + char.ToLowerInvariant(field.PropertyName[0]) + field.PropertyName.Substring(1);
        writer.Line($"{property} {{ get => {name}; init => {name} = value; }}").Line($"readonly {holder} {name};");
    }

    // .NET compares these by reference.
    private static string? Holder(FieldModel field) => field.Type switch
    {
        ScalarTypeModel { Scalar.Kind: ScalarKind.Json } => $"{Json}EqualJson{(field.IsNullable ? "?" : "")}",
        ScalarTypeModel { Scalar.Kind: ScalarKind.Bytes } => Json + "EqualBytes",
        _ => null,
    };

    private static string Converter(TypeModel type, ScalarModel scalar) => type switch
    {
        ListTypeModel list => $"{Json}ListJsonConverter<{ResultTypes.Name(list.Item)}, {Converter(list.Item, scalar)}>",
        _ when scalar.Kind == ScalarKind.BigInteger => Json + "BigIntegerJsonConverter",
        _ => scalar.JsonConverter!,
    };
}

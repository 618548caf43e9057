using Lathe.Generator.Model;
using Lathe.Language.Configuration;

namespace Lathe.Generator.Emission;

/// <summary>Writes a property of a record, with what makes it equal to others and lets System.Text.Json read and write it.</summary>
internal static class PropertyEmitter
{
    private const string Json = "global::Lathe.Json.";

    public static void Emit(CodeWriter writer, FieldModel field)
    {
        if (ResultTypes.Leaf(field.Type) is ScalarTypeModel { Scalar: var scalar }
            && (scalar.Kind is ScalarKind.BigInteger or ScalarKind.Converter || IsJsonResult(field.Type)))
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

using Lathe.Generator.Model;

namespace Lathe.Generator.Emission;

/// <summary>Writes the file of an enum: a struct that holds any value's text, and the known values as a C# enum to switch on.</summary>
internal static class EnumEmitter
{
    public static GeneratedFile Emit(EnumModel type) => SourceFile.Create(type.Client, type.FileName, writer =>
    {
        writer.Summary(type.Description).Line(SourceFile.GeneratedCode);
        writer.Line($"[global::System.ComponentModel.TypeConverter(typeof(global::Lathe.Json.EnumTypeConverter<{type.ClassName}>))]")
            .Line($"[global::System.Text.Json.Serialization.JsonConverter(typeof(global::Lathe.Json.EnumJsonConverter<{type.ClassName}>))]");
        using (writer.Open($"{type.Client.Accessibility()} readonly partial record struct {type.ClassName} : {EnumJsonEmitter.Interface(type)}"))
        {
            EmitText(writer, type);
            foreach (var value in type.Values)
            {
                writer.Line().Summary(value.Description).Obsolete(value.DeprecationReason);
                writer.Line($"public static {type.ClassName} {value.MemberName} => new(\"{value.Name}\");");
            }

            EmitKnown(writer, type);
            writer.Line();
            EnumJsonEmitter.Emit(writer, type);
        }
    });

    private static void EmitText(CodeWriter writer, EnumModel type)
    {
        writer.Line("private readonly string? _text;").Line()
            .Summary("Makes a value of its text. The schema need not know it, but only values that it knows can be sent.");
        using (writer.Open($"public {type.ClassName}(string text)"))
            writer.Line("global::System.ArgumentException.ThrowIfNullOrEmpty(text);").Line("_text = text;");
        writer.Line()
            .Summary("Gets the value as the server writes it; empty for the default of the struct.")
            .Line("public string Text => _text ?? \"\";").Line()
            .Summary("Gets the value to switch on; Unknown for one that the schema did not have when this was built.");
        writer.Line("public Known Value => (Known)(s_names.IndexOf(_text) + 1);").Line()
            .Summary("Gets the values that the schema knows, in its order.")
            .Line(
                $"public static global::System.Collections.Generic.IReadOnlyList<{type.ClassName}> KnownValues => "
                    + $"global::Lathe.Json.EnumValues<{type.ClassName}>.All;")
            .Line()
            .Summary("Finds a value that the schema knows.")
            .Line(
                $"public static bool TryParse(string? text, global::System.IFormatProvider? provider, out {type.ClassName} value) => "
                    + $"global::Lathe.Json.EnumValues<{type.ClassName}>.TryParse(text, out value);");

        writer.Line().Line("/// <inheritdoc/>").Line("public override string ToString() => Text;");
    }

    private static void EmitKnown(CodeWriter writer, EnumModel type)
    {
        writer.Line().Summary("The values that the schema knows.");
        using (writer.Open("public enum Known"))
        {
            writer.Summary("A value that the schema did not have when this was built; its text is kept.").Line("Unknown,");
            foreach (var value in type.Values)
            {
                DescribeKnown(writer.Line(), type, value);
                writer.Obsolete(value.DeprecationReason).Line(value.MemberName + ",");
            }
        }
    }

    // A long description stands once, on the property.
    private static void DescribeKnown(CodeWriter writer, EnumModel type, EnumValueModel value)
    {
        var reference = $"/// <inheritdoc cref=\"{type.ClassName}.{value.MemberName}\"/>";
        if (value.Description?.Length > reference.Length)
            writer.Line(reference);
        else
            writer.Summary(value.Description);
    }
}

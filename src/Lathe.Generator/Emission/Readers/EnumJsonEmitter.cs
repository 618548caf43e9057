using Lathe.Generator.Model;

namespace Lathe.Generator.Emission;

/// <summary>
/// Writes what an enum's struct needs to be read and written: explicit implementations of
/// <c>Lathe.Json.IGraphQLEnumValue&lt;TSelf&gt;</c>, whose names no value can clash with.
/// </summary>
internal static class EnumJsonEmitter
{
    /// <summary>Returns the interface that the struct lists.</summary>
    /// <param name="type">The enum.</param>
    public static string Interface(EnumModel type) => $"global::Lathe.Json.IGraphQLEnumValue<{type.ClassName}>";

    /// <summary>Writes the members. The struct has a constructor that takes the value's text, and <c>ToString()</c> gives that text.</summary>
    /// <param name="writer">Within the struct.</param>
    /// <param name="type">The enum.</param>
    public static void Emit(CodeWriter writer, EnumModel type)
    {
        writer.Line(ReaderNames.TableDeclaration("s_names", type.Values.Select(static value => value.Name)))
            .Line()
            .Line($"static global::Lathe.Json.JsonNames {Interface(type)}.Names => s_names;")
            .Line()
            .Line($"static {type.ClassName} {Interface(type)}.Create(string text) => new(text);");
    }
}

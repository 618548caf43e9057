using Lathe.Generator.Binding;
using Lathe.Generator.Model;

namespace Lathe.Generator.Emission;

/// <summary>
/// Fields that are values or errors. A record keeps their plain values, and the errors of all in one slot: what nearly all answers lack takes one
/// reference a record, and no second word a field.
/// </summary>
internal static class CaughtFields
{
    /// <summary>The slot of the errors. No property begins with a small letter.</summary>
    public const string Slot = "fieldErrors";

    /// <summary>Returns whether a record keeps the field so. One that the response may lack is a nullable property like any other.</summary>
    /// <param name="field">The field.</param>
    public static bool IsKept(FieldModel field) => field is { IsHidden: false, IsConditional: false, Type: FieldResultTypeModel };

    /// <summary>Returns the name of the field behind a property.</summary>
    /// <param name="field">The field.</param>
    public static string Backing(FieldModel field) => "_" + CSharpNames.Camel(field.PropertyName);

    /// <summary>Writes the slot, unless the record that it extends has it.</summary>
    /// <param name="writer">Within the record.</param>
    /// <param name="result">The record.</param>
    public static void EmitSlot(CodeWriter writer, ResultModel result)
    {
        if (result.Fields.Any(IsKept) && !result.Fields.Any(static field => field.IsInherited && IsKept(field)))
            writer.Line($"{Accessibility(result is AbstractModel)}global::Lathe.Json.FieldErrors {Slot};");
    }

    /// <summary>Writes the accessors of a property, and the field behind it.</summary>
    /// <param name="writer">Within the record.</param>
    /// <param name="field">The field.</param>
    /// <param name="property">The property, up to its name.</param>
    /// <param name="holder">The type of the field behind it where that is not the type of the value; else null.</param>
    /// <param name="isBase">Whether cases set it.</param>
    public static void EmitProperty(CodeWriter writer, FieldModel field, string property, string? holder, bool isBase)
    {
        var (value, name) = (ResultTypes.Name(((FieldResultTypeModel)field.Type).Value), Backing(field));
        var join = holder is null ? "Join" : $"Join<{value}>";
        writer.Line($"{property} {{ get => {Slot}.{join}({name}); init => {name} = {Slot}.Split(value); }}")
            .Line($"{Accessibility(isBase)}{holder ?? value} {name};");
    }

    private static string Accessibility(bool isBase) => isBase ? "private protected " : "";
}

using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>The levels of <c>@catch</c> are those that the field's type has.</summary>
/// <remarks><see href="https://specs.apollo.dev/nullability/v0.4">Nullability specification</see>.</remarks>
internal sealed class CatchLevelsRule : IFieldRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL1115", "CatchLevels", "An error is caught at a level that the field has not", ErrorSeverity.Error);

    public void EnterField(FieldSyntax field, ValidationContext context)
    {
        if (field.Directives.Count == 0 || context.Field is not { } definition || CatchDirectives.Find(context.Schema, field) is not { } directive)
            return;
        var highest = CatchDirectives.Dimension(definition.Type);
        var levels = directive.Arguments.FirstOrDefault(static one => one.Name.Value == "levels");
        // No levels would catch nothing.
        if (levels is not null && (CatchDirectives.Levels(directive) is not { Count: > 0 } own || own.Any(level => level < 0 || level > highest)))
            context.Report(Descriptor, Message(definition, highest), levels);
    }

    private static string Message(FieldDefinition definition, int highest) =>
        $"Levels of @catch on field \"{definition.Name}\" of type \"{definition.Type}\" are {(highest == 0 ? "[0] alone" : $"0 to {highest}")}: "
        + "0 is the field itself, 1 an item of its list, and so on.";
}

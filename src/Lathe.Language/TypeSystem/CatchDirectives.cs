using System.Globalization;
using Lathe.Language.Syntax;

namespace Lathe.Language.TypeSystem;

/// <summary>Reads <c>@catch(to: CatchTo! = RESULT, levels: [Int!]! = [0])</c> and <c>@catchByDefault(to: CatchTo!)</c>.</summary>
internal static class CatchDirectives
{
    /// <summary>The directive of fields.</summary>
    public const string Catch = "catch";

    /// <summary>The directive of operations, fragments and schemas.</summary>
    public const string ByDefault = "catchByDefault";

    /// <summary>Finds the directive of a field that says what becomes of its errors; null where there is none.</summary>
    public static DirectiveSyntax? Find(Schema schema, FieldSyntax field) => Find(schema, field.Directives, Catch);

    /// <summary>Gets what becomes of errors in an operation or fragment where its fields say nothing.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="definition">The operation or fragment.</param>
    /// <param name="otherwise">What does where neither the definition nor the schema says anything.</param>
    public static ErrorHandling DefaultOf(Schema schema, DefinitionSyntax definition, ErrorHandling otherwise) =>
        (Find(schema, definition.Directives, ByDefault) ?? Find(schema, schema.Directives, ByDefault)) is { } directive ? To(directive) : otherwise;

    /// <summary>Gets what the directive of an operation or fragment says; <see cref="ErrorHandling.None"/> without one.</summary>
    public static ErrorHandling OwnDefaultOf(Schema schema, DefinitionSyntax definition) =>
        Find(schema, definition.Directives, ByDefault) is { } directive ? To(directive) : ErrorHandling.None;

    /// <summary>Gets what a directive says becomes of an error: a result unless it says otherwise.</summary>
    public static ErrorHandling To(DirectiveSyntax directive) => (Argument(directive, "to") as EnumValueSyntax)?.Value switch
    {
        "NULL" => ErrorHandling.Null,
        "THROW" => ErrorHandling.Throw,
        _ => ErrorHandling.Result,
    };

    /// <summary>Gets the levels that a directive names: the field itself unless it says otherwise. -1 stands for what is no level.</summary>
    public static IReadOnlyList<int> Levels(DirectiveSyntax directive) => Argument(directive, "levels") is { } levels ? Numbers(levels) : [0];

    /// <summary>Gets how many lists a type is made of, one in the other: the highest level.</summary>
    public static int Dimension(TypeReference type) => type.Nullable is ListTypeReference list ? Dimension(list.ItemType) + 1 : 0;

    private static int[] Numbers(ValueSyntax value) =>
    [
        .. (value is ListValueSyntax list ? list.Values : [value]).Select(static one => one is IntValueSyntax number
            && int.TryParse(number.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? level : -1),
    ];

    private static ValueSyntax? Argument(DirectiveSyntax directive, string name) =>
        directive.Arguments.FirstOrDefault(one => one.Name.Value == name)?.Value;

    private static DirectiveSyntax? Find(Schema schema, IReadOnlyList<DirectiveSyntax> directives, string name) =>
        directives.Count > 0 && KnownDirectives.Find(directives, name) is { } directive && schema.IsClientDirective(name) ? directive : null;
}

using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>Whether an object literal has the fields that its type requires (specification, sections 3.10 and 5.6).</summary>
internal static class InputObjectFields
{
    public static void Check(ObjectValueSyntax literal, InputObjectType type, ValidationContext context)
    {
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in literal.Fields)
            given.Add(field.Name.Value);
        for (var i = 0; i < type.Fields.Count; i++)
        {
            var field = type.Fields[i];
            if (field.IsRequired && !given.Contains(field.Name))
                Report($"Field \"{type.Name}.{field.Name}\" of required type \"{field.Type}\" was not provided.", literal, context);
        }

        if (type.IsOneOf)
            CheckOneOf(literal, type, given.Count, context);
    }

    private static void CheckOneOf(ObjectValueSyntax literal, InputObjectType type, int given, ValidationContext context)
    {
        if (given != 1)
        {
            Report($"OneOf Input Object \"{type.Name}\" must specify exactly one key.", literal, context);
            return;
        }

        // Of two fields of one name, which is an error of its own, the last one counts.
        var field = literal.Fields[literal.Fields.Count - 1];
        if (field.Value is NullValueSyntax)
            Report($"Field \"{type.Name}.{field.Name.Value}\" must be non-null.", literal, context);
    }

    private static void Report(string message, ObjectValueSyntax literal, ValidationContext context) =>
        context.Report(ValuesOfCorrectTypeRule.Descriptor, message, literal);
}

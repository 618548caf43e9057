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
            CheckOneOf(literal, type, context);
    }

    private static void CheckOneOf(ObjectValueSyntax literal, InputObjectType type, ValidationContext context)
    {
        // A field that the type does not have is an error of its own; one given twice is two.
        List<ObjectFieldSyntax> known = [.. literal.Fields.Where(field => type.FindField(field.Name.Value) is not null)];
        if (known.Count != 1)
        {
            Report($"OneOf Input Object \"{type.Name}\" must specify exactly one key.", literal, context);
            return;
        }

        var field = known[0];
        if (field.Value is NullValueSyntax)
            Report($"Field \"{type.Name}.{field.Name.Value}\" must be non-null.", literal, context);
    }

    private static void Report(string message, ObjectValueSyntax literal, ValidationContext context) =>
        context.Report(ValuesOfCorrectTypeRule.Descriptor, message, literal);
}

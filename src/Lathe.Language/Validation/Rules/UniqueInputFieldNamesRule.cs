using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>The fields of an object literal have different names.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Input-Object-Field-Uniqueness">Specification</see>.</remarks>
internal sealed class UniqueInputFieldNamesRule : IValueRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL1027", "UniqueInputFieldNames", "Two input fields have one name", ErrorSeverity.Error);

    public void EnterValue(ValueSyntax value, ValidationContext context)
    {
        if (value is not ObjectValueSyntax { Fields.Count: > 1 } literal)
            return;
        var known = new Dictionary<string, NameSyntax>(StringComparer.Ordinal);
        foreach (var field in literal.Fields)
        {
            var name = field.Name;
            if (known.TryGetValue(name.Value, out var first))
                context.Report(Descriptor, $"There can be only one input field named \"{name.Value}\".", [first, name]);
            else
                known.Add(name.Value, name);
        }
    }

    public void LeaveValue(ValueSyntax value)
    {
    }
}

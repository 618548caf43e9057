using System.Text;
using Lathe.Language.TypeSystem;

namespace Lathe.Language.Printing;

/// <summary>Writes descriptions and the members of types.</summary>
internal sealed class MemberPrinter(bool isSorted)
{
    private const string DefaultReason = "No longer supported";

    internal static string Description(string? description, string indentation = "", bool isFirst = true)
    {
        if (description is null)
            return string.Empty;
        var text = StringPrinter.Description(description);
        var lead = indentation.Length > 0 && !isFirst ? "\n" : string.Empty;
        return $"{lead}{indentation}{text.Replace("\n", "\n" + indentation)}\n";
    }

    internal string Fields(IReadOnlyList<FieldDefinition> fields) => Block(Sort(fields), field =>
        $"{field.Name}{Arguments(field.Arguments, "  ")}: {field.Type}{Deprecated(field)}");

    internal string InputFields(IReadOnlyList<InputValueDefinition> fields) => Block(Sort(fields), InputValue);

    internal string Values(IReadOnlyList<EnumValueDefinition> values) => Block(Sort(values), value => value.Name + Deprecated(value));

    /// <summary>Writes arguments: on one line, or one a line where one has a description.</summary>
    internal string Arguments(IReadOnlyList<InputValueDefinition> arguments, string indentation = "")
    {
        if (arguments.Count == 0)
            return string.Empty;
        var sorted = Sort(arguments);
        if (sorted.All(static argument => string.IsNullOrEmpty(argument.Description)))
            return $"({string.Join(", ", sorted.Select(InputValue))})";
        var inner = indentation + "  ";
        var text = new StringBuilder("(\n");
        for (var i = 0; i < sorted.Count; i++)
            text.Append(Description(sorted[i].Description, inner, i == 0)).Append(inner).Append(InputValue(sorted[i])).Append('\n');
        return text.Append(indentation).Append(')').ToString();
    }

    internal IEnumerable<string> Names(IEnumerable<string> names) => isSorted ? names.OrderBy(static name => name, NaturalOrder.Instance) : names;

    private static string Block<T>(IReadOnlyList<T> members, Func<T, string> print)
        where T : SchemaMember
    {
        if (members.Count == 0)
            return string.Empty;
        var text = new StringBuilder(" {\n");
        for (var i = 0; i < members.Count; i++)
            text.Append(Description(members[i].Description, "  ", i == 0)).Append("  ").Append(print(members[i])).Append('\n');
        return text.Append('}').ToString();
    }

    private IReadOnlyList<T> Sort<T>(IReadOnlyList<T> members)
        where T : SchemaMember =>
        isSorted ? [.. members.OrderBy(static member => member.Name, NaturalOrder.Instance)] : members;

    private static string InputValue(InputValueDefinition value)
    {
        var defaultValue = value.DefaultValue is { } literal ? $" = {ValuePrinter.Print(literal)}" : string.Empty;
        return $"{value.Name}: {value.Type}{defaultValue}{Deprecated(value)}";
    }

    internal static string Deprecated(DeprecatableMember member) => member.DeprecationReason switch
    {
        null => string.Empty,
        DefaultReason => " @deprecated",
        var reason => $" @deprecated(reason: {StringPrinter.Quoted(reason)})",
    };
}

using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem.Validation.Definitions;

namespace Lathe.Language.TypeSystem.Validation.Rules;

/// <summary>A directive applied in a schema is given each argument once (section 5.4.2).</summary>
internal sealed class UniqueArgumentNamesRule : ISchemaRule
{
    internal static readonly ErrorDescriptor Descriptor =
        new("GQL1062", "UniqueArgumentNames", "Argument given twice in the schema", ErrorSeverity.Error);

    public void Check(SchemaContext context)
    {
        foreach (var directive in DirectiveSite.FindAll(context).SelectMany(static site => site.Directives))
        {
            if (directive.Arguments.Count < 2)
                continue;
            foreach (var group in directive.Arguments.GroupBy(static argument => argument.Name.Value, StringComparer.Ordinal))
            {
                SyntaxNode[] names = [.. group.Select(static argument => argument.Name)];
                if (names.Length > 1)
                    context.Report(Descriptor, $"There can be only one argument named \"{group.Key}\".", names);
            }
        }
    }
}

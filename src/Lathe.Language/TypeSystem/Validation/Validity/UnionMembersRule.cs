using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem.Validation.Definitions;

namespace Lathe.Language.TypeSystem.Validation.Validity;

/// <summary>A union has objects as members, each once (section 3.8).</summary>
internal sealed class UnionMembersRule : ISchemaRule
{
    internal static readonly ErrorDescriptor Descriptor = ValidityErrors.Make("GQL1089", "Union member that is no object or is repeated");

    public void Check(SchemaContext context)
    {
        foreach (var union in context.Types.Defined)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var member in union.MemberTypes)
            {
                if (context.IsFull())
                    return;
                var name = member.Name.Value;
                if (!seen.Add(name))
                    context.Report(Descriptor, $"Union type {union.Name} can only include type {name} once.", NodesOf(union, name));
                else if (context.Types.Find(name) is { IsObject: false })
                    context.Report(
                        Descriptor, $"Union type {union.Name} can only include Object types, it cannot include {name}.", NodesOf(union, name));
            }
        }
    }

    private static SyntaxNode[] NodesOf(TypeShape union, string name) => [.. union.MemberTypes.Where(member => member.Name.Value == name)];
}

using Lathe.Language.Errors;
using Lathe.Language.TypeSystem.Validation.Definitions;

namespace Lathe.Language.TypeSystem.Validation.Validity;

/// <summary>A type implements interfaces only, each once, and never itself (sections 3.6 and 3.7).</summary>
internal sealed class ImplementedTypesRule : ISchemaRule
{
    internal static readonly ErrorDescriptor Descriptor = ValidityErrors.Make("GQL1086", "Type implements what it cannot");

    public void Check(SchemaContext context)
    {
        foreach (var type in context.Types.Defined)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var use in type.Interfaces)
            {
                var name = use.Name.Value;
                if (context.IsFull())
                    return;
                if (Fault(type, context.Types.Find(name), name, seen) is { } fault)
                    context.Report(Descriptor, fault, [.. type.InterfaceNodes(name)]);
            }
        }
    }

    private static string? Fault(TypeShape type, TypeShape? implemented, string name, HashSet<string> seen)
    {
        if (implemented is { IsInterface: false })
            return $"Type {type.Name} must only implement Interface types, it cannot implement {name}.";
        if (name == type.Name)
            return $"Type {type.Name} cannot implement itself because it would create a circular reference.";
        return seen.Add(name) ? null : $"Type {type.Name} can only implement {name} once.";
    }
}

using Lathe.Language.Errors;
using Lathe.Language.TypeSystem.Validation.Definitions;

namespace Lathe.Language.TypeSystem.Validation.Validity;

/// <summary>A type that implements an interface implements the interfaces of that interface too (section 3.6).</summary>
internal sealed class ImplementedAncestorsRule : ISchemaRule
{
    internal static readonly ErrorDescriptor Descriptor = ValidityErrors.Make("GQL1087", "Interface of an interface is not implemented");

    public void Check(SchemaContext context)
    {
        var sets = new InterfaceSets(context.Types);
        foreach (var type in context.Types.Defined)
        {
            foreach (var implemented in context.Types.InterfacesOf(type))
            {
                if (context.IsFull())
                    return;
                if (!sets.Covers(type, implemented))
                    Report(context, type, implemented);
            }
        }
    }

    private static void Report(SchemaContext context, TypeShape type, TypeShape implemented)
    {
        foreach (var use in implemented.Interfaces)
        {
            var name = use.Name.Value;
            if (type.Implements(name) || context.IsFull())
                continue;
            var message = name == type.Name
                ? $"Type {type.Name} cannot implement {implemented.Name} because it would create a circular reference."
                : $"Type {type.Name} must implement {name} because it is implemented by {implemented.Name}.";
            context.Report(Descriptor, message, [.. implemented.InterfaceNodes(name), .. type.InterfaceNodes(implemented.Name)]);
        }
    }
}

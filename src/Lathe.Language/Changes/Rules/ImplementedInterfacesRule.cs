using Lathe.Language.TypeSystem;

namespace Lathe.Language.Changes.Rules;

/// <summary>The interfaces that an object or interface type implements changed.</summary>
internal sealed class ImplementedInterfacesRule : ChangeRule
{
    public override void CompareTypes(ChangeContext context, MemberPair<NamedType> pair)
    {
        if (pair is not { Old: FieldsType old, New: FieldsType @new } || old.GetType() != @new.GetType())
            return;
        foreach (var name in old.Interfaces.Except(@new.Interfaces, StringComparer.Ordinal))
            context.Breaking("IMPLEMENTED_INTERFACE_REMOVED", pair, $"{pair.At} no longer implements {name}.", name);
        foreach (var name in @new.Interfaces.Except(old.Interfaces, StringComparer.Ordinal))
            context.Dangerous("IMPLEMENTED_INTERFACE_ADDED", pair, $"{pair.At} now implements {name}.", name);
    }
}

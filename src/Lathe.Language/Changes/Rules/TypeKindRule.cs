using Lathe.Language.TypeSystem;

namespace Lathe.Language.Changes.Rules;

/// <summary>A name now stands for another kind of type.</summary>
internal sealed class TypeKindRule : ChangeRule
{
    public override void CompareTypes(ChangeContext context, MemberPair<NamedType> pair)
    {
        if (pair is { Old: { } old, New: { } @new } && old.GetType() != @new.GetType())
            context.Breaking("TYPE_CHANGED_KIND", pair, $"{pair.At} changed from {Kind(old)} to {Kind(@new)}.");
    }

    private static string Kind(NamedType type) => type switch
    {
        ScalarType => "a scalar",
        ObjectType => "an object type",
        InterfaceType => "an interface",
        UnionType => "a union",
        EnumType => "an enum",
        _ => "an input object",
    };
}

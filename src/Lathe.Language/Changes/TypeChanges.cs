using Lathe.Language.TypeSystem;

namespace Lathe.Language.Changes;

/// <summary>Tells whether a new type fits where the old one was expected.</summary>
internal static class TypeChanges
{
    /// <summary>A field's answers still fit: the same type, or one that excludes null where the old did not.</summary>
    public static bool IsSafeOutput(TypeReference oldType, TypeReference newType) => (oldType, newType) switch
    {
        (NonNullTypeReference old, NonNullTypeReference @new) => IsSafeOutput(old.NullableType, @new.NullableType),
        (NonNullTypeReference, _) => false,
        (_, NonNullTypeReference @new) => IsSafeOutput(oldType, @new.NullableType),
        (ListTypeReference old, ListTypeReference @new) => IsSafeOutput(old.ItemType, @new.ItemType),
        _ => oldType == newType,
    };

    /// <summary>Values that were given are still taken: the same type, or one that allows null where the old did not.</summary>
    public static bool IsSafeInput(TypeReference oldType, TypeReference newType) => (oldType, newType) switch
    {
        (NonNullTypeReference old, NonNullTypeReference @new) => IsSafeInput(old.NullableType, @new.NullableType),
        (NonNullTypeReference old, _) => IsSafeInput(old.NullableType, newType),
        (_, NonNullTypeReference) => false,
        (ListTypeReference old, ListTypeReference @new) => IsSafeInput(old.ItemType, @new.ItemType),
        _ => oldType == newType,
    };
}

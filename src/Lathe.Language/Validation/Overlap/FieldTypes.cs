using Lathe.Language.TypeSystem;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Overlap;

/// <summary>Whether two fields' types give values of one shape (specification, SameResponseShape).</summary>
internal static class FieldTypes
{
    public static bool Conflict(TypeReference first, TypeReference second, ValidationContext context)
    {
        while (true)
        {
            if (ReferenceEquals(first, second))
                return false;
            if (first is ListTypeReference || second is ListTypeReference)
            {
                if (first is not ListTypeReference firstList || second is not ListTypeReference secondList)
                    return true;
                (first, second) = (firstList.ItemType, secondList.ItemType);
            }
            else if (first is NonNullTypeReference || second is NonNullTypeReference)
            {
                if (first is not NonNullTypeReference firstNonNull || second is not NonNullTypeReference secondNonNull)
                    return true;
                (first, second) = (firstNonNull.NullableType, secondNonNull.NullableType);
            }
            else
            {
                return first.NamedType != second.NamedType && (IsLeaf(first, context) || IsLeaf(second, context));
            }
        }
    }

    private static bool IsLeaf(TypeReference type, ValidationContext context) => context.FindNamedType(type) is { IsLeaf: true };
}

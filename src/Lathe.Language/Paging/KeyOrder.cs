using Lathe.Language.Syntax;

namespace Lathe.Language.Paging;

/// <summary>Holds the order of a list to the field that its pages follow each other by.</summary>
internal static class KeyOrder
{
    /// <summary>Says what is wrong with the order, as the rest of a sentence that begins with the field; null where all is right.</summary>
    /// <param name="call">The field with its arguments.</param>
    /// <param name="by">The field that must come first.</param>
    /// <param name="ascending">Whether greater values must come later.</param>
    public static string? Fault(FieldSyntax call, string by, bool ascending)
    {
        var direction = ascending ? "asc" : "desc";
        var wanted = $"order_by: {{ {by}: {direction} }}";
        if (PagingArguments.Order(call) is not { } order)
            return $"is not ordered by \"{by}\": {wanted}";
        if (order.Value is VariableSyntax variable)
            return $"takes its order from \"${variable.Name.Value}\", which may be another: write {wanted}";
        var first = order.Value is ListValueSyntax { Values: [var item, ..] } ? item : order.Value;
        if (first is not ObjectValueSyntax { Fields: [var only] } || only.Name.Value != by)
            return $"is not ordered by \"{by}\" before all else: {wanted}";
        if (only.Value is not EnumValueSyntax { Value: var given } || !given.StartsWith(direction, StringComparison.OrdinalIgnoreCase))
            return $"is ordered the other way than it is compared: {wanted}";
        return null;
    }
}

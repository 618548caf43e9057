using Lathe.Language.Syntax;

namespace Lathe.Language.Paging;

/// <summary>The arguments by which servers page.</summary>
internal static class PagingArguments
{
    private static readonly string[] s_offsets = ["offset", "skip"];
    private static readonly string[] s_limits = ["limit", "first", "take"];
    private static readonly string[] s_orders = ["order_by", "orderBy", "order", "sort", "sortBy", "sortKey"];

    /// <summary>Finds an argument of a field that is not null, or gives null.</summary>
    public static ValueSyntax? Find(FieldSyntax field, string name)
    {
        foreach (var argument in field.Arguments)
        {
            if (argument.Name.Value == name)
                return argument.Value is NullValueSyntax ? null : argument.Value;
        }

        return null;
    }

    /// <summary>Finds the variable of the operation that an argument takes, or gives null.</summary>
    public static VariableSyntax? FindVariable(FieldSyntax field, string name) =>
        Find(field, name) is VariableSyntax { Fragment: null } variable ? variable : null;

    /// <summary>Gets the argument that says how many items to leave out.</summary>
    public static ArgumentSyntax? Offset(FieldSyntax field) => Any(field.Arguments, s_offsets);

    /// <summary>Gets the argument that says how many items a page has.</summary>
    public static ArgumentSyntax? Limit(FieldSyntax field) => Any(field.Arguments, s_limits);

    /// <summary>Gets the argument that says in which order items come.</summary>
    public static ArgumentSyntax? Order(FieldSyntax field) => Any(field.Arguments, s_orders);

    /// <summary>Gets the name of the argument by which a field could be ordered, or null.</summary>
    public static string? OrderOf(IEnumerable<string> arguments) => arguments.FirstOrDefault(static name => Array.IndexOf(s_orders, name) >= 0);

    /// <summary>Tells whether an argument says where a page begins, and takes it from a variable.</summary>
    public static bool Moves(ArgumentSyntax argument) =>
        argument.Value is VariableSyntax && (argument.Name.Value is "after" or "before" || Array.IndexOf(s_offsets, argument.Name.Value) >= 0);

    private static ArgumentSyntax? Any(IReadOnlyList<ArgumentSyntax> arguments, string[] names)
    {
        foreach (var argument in arguments)
        {
            if (Array.IndexOf(names, argument.Name.Value) >= 0 && argument.Value is not NullValueSyntax)
                return argument;
        }

        return null;
    }
}

using Lathe.Language.Errors;
using Lathe.Language.TypeSystem;

namespace Lathe.Language.Changes.Comparison;

/// <summary>Finds what was likely renamed: something of the same shape came where something went.</summary>
internal sealed class Renames(ChangeContext context)
{
    private const int FewMembers = 3;

    // Each removed part is compared with each added part. Where a large schema is all new, nobody would read the advice.
    private const int CostOfLikeness = 20;
    private long _workLeft = 20_000_000;

    private readonly Dictionary<NamedType, HashSet<string>> _memberNames = [];
    private readonly string[] _addedTypes =
        [.. context.Changes.Where(static change => change.Code == "TYPE_ADDED").Select(static change => change.Coordinate.Name)];

    public static IEnumerable<SchemaChange> AddAdvice(ChangeContext context)
    {
        var renames = new Renames(context);
        return context.Changes.Select(change => renames.Find(change) is { } advice ? change with { Advice = advice } : change);
    }

    private string? Find(SchemaChange change)
    {
        if (_workLeft <= 0)
            return null;
        var (type, member) = (change.Coordinate.Name, change.Coordinate.Member);
        switch (change.Code)
        {
            case "TYPE_REMOVED":
                return Advise(type, FindType(type), "a type of the same fields");
            case "FIELD_REMOVED" when context.Old.FindType(type) is FieldsType old && context.New.FindType(type) is FieldsType @new:
                var field = old.FindField(member!)!;
                return Advise(
                    member!,
                    FindMember(field, old.Fields, @new.Fields, (removed, added) => added.Type == removed.Type),
                    $"a field of the same type {field.Type}");
            case "FIELD_REMOVED" when context.Old.FindType(type) is InputObjectType old && context.New.FindType(type) is InputObjectType @new:
                var input = old.FindField(member!)!;
                return Advise(
                    member!,
                    FindMember(input, old.Fields, @new.Fields, (removed, added) => added.Type.Nullable == removed.Type.Nullable),
                    $"a field of the same type {input.Type}");
            case "ARG_REMOVED" when context.New.FindType(type) is FieldsType @new:
                var arguments = ((FieldsType)context.Old.FindType(type)!).FindField(member!)!.Arguments;
                var argument = arguments.First(item => item.Name == change.Coordinate.Argument);
                return Advise(
                    argument.Name,
                    FindMember(
                        argument, arguments, @new.FindField(member!)!.Arguments, (removed, added) => added.Type.Nullable == removed.Type.Nullable),
                    $"an argument of the same type {argument.Type}");
            default:
                return null;
        }
    }

    private static string? Advise(string name, string? found, string what) =>
        found is null ? null : $"'{name}' was removed, '{found}', {what}, was added: probably renamed.";

    private string? FindMember<T>(T removed, IReadOnlyList<T> old, IReadOnlyList<T> @new, Func<T, T, bool> fits)
        where T : SchemaMember
    {
        var known = new HashSet<string>(old.Select(member => member.Name), StringComparer.Ordinal);
        var candidates = @new.Where(member => !known.Contains(member.Name) && fits(removed, member)).ToArray();
        _workLeft -= old.Count + @new.Count + (CostOfLikeness * candidates.Length);
        var found = Closest(removed.Name, [.. candidates.Select(member => member.Name)]);
        if (found is null || Resembles(found, removed.Name))
            return found;

        // By its type alone it could be any of several removed parts.
        var kept = new HashSet<string>(@new.Select(member => member.Name), StringComparer.Ordinal);
        var added = candidates.First(member => member.Name == found);
        return old.Count(member => !kept.Contains(member.Name) && fits(member, added)) == 1 ? found : null;
    }

    /// <summary>Of several candidates only one that resembles the old name is worth naming.</summary>
    private static string? Closest(string removed, string[] candidates)
    {
        if (candidates.Length == 1)
            return candidates[0];
        var alike = candidates.Where(name => Resembles(name, removed)).ToArray();
        return alike.Length == 1 ? alike[0] : null;
    }

    private static bool Resembles(string left, string right) =>
        left.IndexOf(right, StringComparison.OrdinalIgnoreCase) >= 0 || right.IndexOf(left, StringComparison.OrdinalIgnoreCase) >= 0
        || new EditDistance(right).To(left) is not null;

    private string? FindType(string removed)
    {
        var old = context.Old.FindType(removed)!;
        var names = MemberNames(old);
        if (names.Count == 0)
            return null;
        string[] candidates =
            [
                .. _addedTypes.Where(
                    name => context.New.FindType(name) is { } type && type.GetType() == old.GetType() && IsAlike(names, MemberNames(type))),
            ];
        _workLeft -= CostOfLikeness * candidates.Length;

        // Many small types have the same few fields. For those the names must be similar too.
        return Closest(removed, names.Count < FewMembers ? [.. candidates.Where(name => Resembles(name, removed))] : candidates);
    }

    // Four in five members in common, seen from both sides.
    private bool IsAlike(HashSet<string> old, HashSet<string> @new)
    {
        _workLeft -= 1 + old.Count;
        if (old.Count * 5 < @new.Count * 4 || @new.Count * 5 < old.Count * 4)
            return false;
        return old.Count(@new.Contains) * 5 >= Math.Max(old.Count, @new.Count) * 4;
    }

    private HashSet<string> MemberNames(NamedType type)
    {
        if (!_memberNames.TryGetValue(type, out var names))
            _memberNames.Add(type, names = new HashSet<string>(NamesOf(type), StringComparer.Ordinal));
        return names;
    }

    private static IEnumerable<string> NamesOf(NamedType type) => type switch
    {
        FieldsType fields => fields.Fields.Select(field => field.Name),
        InputObjectType input => input.Fields.Select(field => field.Name),
        EnumType @enum => @enum.Values.Select(value => value.Name),
        UnionType union => union.MemberTypes,
        _ => [],
    };
}

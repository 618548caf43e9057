using System.Globalization;
using Lathe.Language.Projects;
using Lathe.Language.Syntax;

namespace Lathe.Generator.Binding;

/// <summary>
/// The directives that all must hold for a selection to be in the response. Equal by value. Of a few at most: beyond, it is just some condition.
/// </summary>
internal sealed class ConditionSet : IEquatable<ConditionSet>
{
    private const int Most = 4;

    private static int s_last;

    private readonly string[] _conditions;

    private ConditionSet(string[] conditions) => _conditions = conditions;

    public static ConditionSet None { get; } = new([]);

    public bool IsEmpty => _conditions.Length == 0;

    /// <summary>Makes a condition that no other set shares.</summary>
    public static ConditionSet Some() => new([string.Concat("...", Interlocked.Increment(ref s_last).ToString(CultureInfo.InvariantCulture))]);

    /// <summary>Adds the conditions of a selection's directives; those that always hold add nothing.</summary>
    public ConditionSet And(IReadOnlyList<DirectiveSyntax> directives) =>
        directives.Count == 0 ? this : And(new ConditionSet([.. SelectionConditions.Of(directives)]));

    /// <summary>Adds conditions.</summary>
    public ConditionSet And(ConditionSet other)
    {
        if (other.IsSubsetOf(this))
            return this;
        string[] all = [.. _conditions.Union(other._conditions, StringComparer.Ordinal).OrderBy(static one => one, StringComparer.Ordinal)];
        return all.Length > Most ? Some() : new ConditionSet(all);
    }

    /// <summary>Leaves out what is in another set.</summary>
    public ConditionSet Except(ConditionSet other) =>
        other.IsEmpty ? this : new ConditionSet([.. _conditions.Except(other._conditions, StringComparer.Ordinal)]);

    /// <summary>Keeps what is in another set too.</summary>
    public ConditionSet Intersect(ConditionSet other) => Equals(other)
        ? this
        : new ConditionSet([.. _conditions.Intersect(other._conditions, StringComparer.Ordinal)]);

    /// <summary>Tells whether another set holds only where this one does.</summary>
    public bool IsSubsetOf(ConditionSet other) => Array.TrueForAll(_conditions, one => Array.IndexOf(other._conditions, one) >= 0);

    public bool Equals(ConditionSet? other) => ReferenceEquals(this, other)
        || (other is not null && _conditions.SequenceEqual(other._conditions, StringComparer.Ordinal));

    public override bool Equals(object? obj) => Equals(obj as ConditionSet);

    public override int GetHashCode() => IsEmpty ? 0 : StringComparer.Ordinal.GetHashCode(_conditions[0]) + _conditions.Length;
}

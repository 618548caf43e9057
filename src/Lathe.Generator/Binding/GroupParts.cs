namespace Lathe.Generator.Binding;

/// <summary>Groups to merge; equal where they are the same groups under the same conditions in the same order.</summary>
internal sealed class GroupParts(IReadOnlyList<GroupPart> list) : IEquatable<GroupParts>
{
    public IReadOnlyList<GroupPart> List { get; } = list;

    public bool Equals(GroupParts? other) => other is not null && List.SequenceEqual(other.List);

    public override bool Equals(object? obj) => Equals(obj as GroupParts);

    public override int GetHashCode() => (List.Count * 31) + List[0].Group.GetHashCode();
}

using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Binding;

/// <summary>
/// What selection sets, merged, ask of one object of a response. Not changed once it is made: a fragment's group serves all that spread it, and
/// the groups below its fields are shared where nothing else is merged with them.
/// </summary>
internal sealed class FieldGroup
{
    // Each part is asked which group it comes from, to share a record. Beyond this many parts a new record is made.
    private const int MostPartsAsked = 64;

    private GroupContent? _content;

    /// <summary>Makes the group of one selection set.</summary>
    public FieldGroup(ResultContainer owner, GroupContent content, BoundFragment? only) =>
        (Owner, Parts, _content, Only) = (owner, [], content, only);

    /// <summary>Makes a group of several.</summary>
    public FieldGroup(ResultContainer owner, IReadOnlyList<GroupPart> parts)
    {
        (Owner, Parts) = (owner, parts);
        var only = parts[0].Group.Only;
        if (parts.All(part => part.Conditions.IsEmpty && ReferenceEquals(part.Group.Only, only)))
            Only = only;
    }

    /// <summary>Gets the operation or fragment that merged it.</summary>
    public ResultContainer Owner { get; }

    /// <summary>Gets what it is merged of; nothing for the group of one selection set.</summary>
    public IReadOnlyList<GroupPart> Parts { get; }

    /// <summary>Gets the fragment that is all it selects, spread without condition; null where there is more.</summary>
    public BoundFragment? Only { get; }

    /// <summary>Gets the fragments that a group of one selection set spreads without condition.</summary>
    public IReadOnlyList<(BoundFragment Fragment, TypeGuard Guard)> Views => _content?.Views ?? [];

    /// <summary>Gets the fields; merged when first asked for.</summary>
    public GroupContent Content(GroupMerger merger) => _content ??= merger.Merge(this);

    /// <summary>Tells whether all of a group is in this one, which implements what the other's record does.</summary>
    public bool Holds(FieldGroup other, BindingWork work)
    {
        if (ReferenceEquals(this, other))
            return true;
        var pending = new Queue<FieldGroup>([this]);
        for (var asked = 0; pending.Count > 0 && asked < MostPartsAsked; asked++)
        {
            work.Step();
            foreach (var part in pending.Dequeue().Parts)
            {
                if (!part.Conditions.IsEmpty)
                    continue;
                if (ReferenceEquals(part.Group, other))
                    return true;
                pending.Enqueue(part.Group);
            }
        }

        return false;
    }
}

/// <summary>A part of a merged group.</summary>
/// <param name="Group">The part.</param>
/// <param name="Conditions">What must hold for it to apply, beyond what must hold for the object to be there.</param>
internal readonly record struct GroupPart(FieldGroup Group, ConditionSet Conditions);

/// <summary>What a group consists of.</summary>
/// <param name="Fields">The fields in the order in which they first appear.</param>
/// <param name="Narrowings">The type conditions of fragments and inline fragments, each set once.</param>
/// <param name="Views">
/// The fragments that are spread without condition by the selection sets themselves, each with the types that it applies to.
/// </param>
internal sealed record GroupContent(
    IReadOnlyList<FieldEntry> Fields, IReadOnlyCollection<TypeGuard> Narrowings, IReadOnlyList<(BoundFragment Fragment, TypeGuard Guard)> Views);

/// <summary>What selections give for a response key, of one type under the same conditions.</summary>
/// <param name="Key">The response key.</param>
/// <param name="Parent">The type that the field is selected from.</param>
/// <param name="Definition">The field.</param>
/// <param name="Guard">The types of objects that have it.</param>
/// <param name="Conditions">What must hold for it to be there.</param>
/// <param name="Child">What is selected below it; null for a leaf.</param>
/// <param name="IsHidden">Whether nobody asked for it: an added <c>__typename</c>.</param>
internal sealed record FieldEntry(
    string Key, NamedType Parent, FieldDefinition Definition, TypeGuard Guard, ConditionSet Conditions, FieldGroup? Child, bool IsHidden)
{
    /// <summary>Gets what becomes of an error, at the field and in each of its lists; empty where nothing does.</summary>
    public IReadOnlyList<ErrorHandling> Errors { get; init; } = [];
}

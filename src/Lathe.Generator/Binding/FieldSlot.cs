namespace Lathe.Generator.Binding;

/// <summary>A field while its group is merged.</summary>
internal sealed class FieldSlot(FieldEntry first)
{
    private readonly List<GroupPart> _children = first.Child is { } child ? [new GroupPart(child, ConditionSet.None)] : [];
    private bool _isHidden = first.IsHidden;

    public ConditionSet Conditions { get; private set; } = first.Conditions;

    /// <summary>Gets a value indicating whether it was joined with another.</summary>
    public bool IsGone { get; private set; }

    /// <summary>Adds a field under the same conditions.</summary>
    public void Take(FieldEntry entry, BindingWork work)
    {
        _isHidden &= entry.IsHidden;
        if (entry.Child is { } added && !_children.Exists(part => part.Conditions.IsEmpty && part.Group.Holds(added, work)))
            _children.Add(new GroupPart(added, ConditionSet.None));
    }

    /// <summary>Tells whether a field adds nothing: what holds under fewer conditions holds under more.</summary>
    public bool Covers(FieldEntry entry) => (entry.IsHidden || !_isHidden) && Conditions.IsSubsetOf(entry.Conditions) && IsJust(entry.Child);

    /// <summary>Makes one conditional field of several.</summary>
    public void Join(IEnumerable<FieldSlot> others, FieldEntry entry)
    {
        FieldSlot[] joined = [this, .. others];
        if (!joined.All(slot => slot.IsJust(entry.Child)))
        {
            GroupPart[] parts = [.. joined.SelectMany(static slot => slot.ConditionalChildren())];
            _children.Clear();
            _children.AddRange(parts);
            if (entry.Child is { } added)
                _children.Add(new GroupPart(added, entry.Conditions));
        }

        _isHidden = entry.IsHidden && joined.All(static slot => slot._isHidden);
        foreach (var slot in joined.Skip(1))
            slot.IsGone = true;
        Conditions = ConditionSet.Some();
    }

    public FieldEntry ToEntry(ResultContainer owner) => first with { Conditions = Conditions, IsHidden = _isHidden, Child = ChildOf(owner) };

    private IEnumerable<GroupPart> ConditionalChildren() =>
        _children.Select(part => part with { Conditions = Conditions.And(part.Conditions) });

    private bool IsJust(FieldGroup? child) => child is null
        ? _children.Count == 0
        : _children.Count == 1 && _children[0].Conditions.IsEmpty && ReferenceEquals(_children[0].Group, child);

    private FieldGroup? ChildOf(ResultContainer owner) => _children.Count switch
    {
        0 => null,
        1 when _children[0].Conditions.IsEmpty => _children[0].Group,
        _ => new FieldGroup(owner, _children),
    };
}

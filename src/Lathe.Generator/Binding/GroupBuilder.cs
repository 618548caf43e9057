using Lathe.Language.Projects;

namespace Lathe.Generator.Binding;

/// <summary>Merges fields as an executor does (specification, section 6.3.2): those of one key, type and condition become one.</summary>
internal sealed class GroupBuilder(ResultContainer owner, TypenameNeeds types, BindingWork work)
{
    // Nested spreads under @include and @skip have a set of conditions for each path.
    private const int MostConditionSets = 4;

    private readonly List<FieldSlot> _slots = [];
    private readonly Dictionary<(string Key, string Parent, TypeGuard Guard), List<FieldSlot>> _byKey = [];
    private readonly List<TypeGuard> _narrowings = [];
    private readonly HashSet<TypeGuard> _knownNarrowings = [];
    private readonly List<(BoundFragment, TypeGuard)> _views = [];
    private readonly HashSet<(BoundFragment, TypeGuard)> _knownViews = [];

    /// <summary>Adds a field.</summary>
    public void Add(FieldEntry entry)
    {
        work.Step();
        var key = (entry.Key, entry.Parent.Name, entry.Guard);
        if (!_byKey.TryGetValue(key, out var slots))
            _byKey.Add(key, slots = new List<FieldSlot>(1));
        foreach (var slot in slots)
        {
            if (slot.Conditions.Equals(entry.Conditions))
            {
                slot.Take(entry, work);
                return;
            }

            if (slot.Covers(entry))
                return;
        }

        if (!entry.Conditions.IsEmpty && slots.Count(static slot => !slot.Conditions.IsEmpty) >= MostConditionSets)
        {
            Collapse(slots, entry);
            return;
        }

        var added = new FieldSlot(entry);
        slots.Add(added);
        _slots.Add(added);
    }

    /// <summary>Adds the fields of a group where type conditions and directives allow them.</summary>
    public void Add(GroupContent content, TypeGuard guard, ConditionSet conditions)
    {
        foreach (var entry in content.Fields)
        {
            Add(guard.Names.Count == 0 && conditions.IsEmpty
                ? entry
                : entry with { Guard = guard.And(entry.Guard, types), Conditions = conditions.And(entry.Conditions) });
        }

        foreach (var narrowing in content.Narrowings)
            Narrow(guard.And(narrowing, types));
    }

    public void Narrow(TypeGuard guard)
    {
        work.Step();
        if (_knownNarrowings.Add(guard))
            _narrowings.Add(guard);
    }

    public void View(BoundFragment fragment, TypeGuard guard)
    {
        if (_knownViews.Add((fragment, guard)))
            _views.Add((fragment, guard));
    }

    public GroupContent Build() =>
        new([.. _slots.Where(static slot => !slot.IsGone).Select(slot => slot.ToEntry(owner))], _narrowings, _views);

    // Beyond a few sets of conditions the field simply counts as conditional.
    private static void Collapse(List<FieldSlot> slots, FieldEntry entry)
    {
        var conditional = slots.FindAll(static slot => !slot.Conditions.IsEmpty);
        conditional[0].Join(conditional.Skip(1), entry);
        slots.RemoveAll(static slot => slot.IsGone);
    }
}

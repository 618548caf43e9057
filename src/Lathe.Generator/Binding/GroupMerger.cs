using Lathe.Language.Projects;

namespace Lathe.Generator.Binding;

/// <summary>Merges the parts of groups.</summary>
internal sealed class GroupMerger(TypenameNeeds types, BindingWork work)
{
    public GroupContent Merge(FieldGroup group)
    {
        var builder = new GroupBuilder(group.Owner, types, work);
        foreach ((var part, var conditions) in group.Parts)
        {
            var content = part.Content(this);
            builder.Add(content, TypeGuard.None, conditions);
            if (!conditions.IsEmpty)
                continue;
            foreach ((var fragment, var guard) in content.Views)
                builder.View(fragment, guard);
        }

        return builder.Build();
    }
}

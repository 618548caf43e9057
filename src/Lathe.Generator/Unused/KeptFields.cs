using Lathe.Language.Collections;

namespace Lathe.Generator.Unused;

/// <summary>The fields that are never called unused: what identifies an object, what pages are turned by, and what the configuration names.</summary>
internal sealed class KeptFields(EquatableList<string> configured)
{
    public bool Keeps(FieldUse use)
    {
        var name = use.Field.Name.Value;
        return name is "id" or "cursor" or "pageInfo" || name.StartsWith("__", StringComparison.Ordinal) || use.ParentType == "PageInfo"
            || configured.Any(kept => kept == name || kept == use.Field.ResponseKey || kept == $"{use.ParentType}.{name}");
    }
}

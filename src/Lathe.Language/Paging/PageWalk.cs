using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Language.Paging;

/// <summary>Walks an operation's fields to those that can be read page by page.</summary>
internal sealed class PageWalk(LevelReader levels, FieldsToPages toPages, PageReaders readers)
{
    // Nobody pages deeper. The bound also protects the stack.
    private const int MostLevels = 60;

    private readonly List<PageField> _found = [];

    /// <summary>Finds them in the order of the text, the outer ones first.</summary>
    public List<PageField> Find(NamedType root, SelectionSetSyntax set)
    {
        Visit(levels.Read(root, [set]), []);
        return _found;
    }

    private void Visit(List<MergedField> level, PageStep[] path)
    {
        foreach (var field in level)
        {
            if (!levels.IsComplete || path.Length == MostLevels)
                return;
            PageStep[] own = [.. path, field.Step];
            if (field.Selected[0].Arguments.Count > 0 && readers.Read(field, own) is { Field: { } found })
                _found.Add(found);
            if (field.Below.Any(toPages.Lead))
                Visit(levels.ReadBelow(field), own);
        }
    }
}

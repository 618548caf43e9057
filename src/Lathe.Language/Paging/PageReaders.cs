namespace Lathe.Language.Paging;

/// <summary>Reads a field in each of the ways in which servers page.</summary>
internal sealed class PageReaders(OperationVariables variables, LevelReader levels, string? by)
{
    private readonly CursorReader _cursors = new(variables, levels);
    private readonly OffsetReader _offsets = new(variables, levels);
    private readonly KeysetReader? _keys = by is null ? null : new(by, variables, levels);

    /// <summary>Reads a field; null where nothing of it looks like pages.</summary>
    /// <param name="field">The field.</param>
    /// <param name="path">The way to it, itself included.</param>
    public PageReading? Read(MergedField field, IReadOnlyList<PageStep> path)
    {
        if (_keys is not null)
            return _keys.Read(field, path);
        var cursor = _cursors.Read(field, path);
        if (cursor is { Field: not null })
            return cursor;
        var offset = _offsets.Read(field, path);
        return offset is { Field: not null } ? offset : cursor ?? offset;
    }
}

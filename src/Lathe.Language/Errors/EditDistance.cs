namespace Lathe.Language.Errors;

/// <summary>Counts the insertions, deletions, substitutions and swaps of neighbours from one name to others.</summary>
internal sealed class EditDistance
{
    private readonly string _name;
    private readonly string _lower;
    private readonly int _threshold;
    private int[] _current;
    private int[] _previous;
    private int[] _beforePrevious;

    public EditDistance(string name)
    {
        _name = name;
        _lower = name.ToLowerInvariant();
        _threshold = (name.Length * 2 / 5) + 1;
        _current = new int[name.Length + 1];
        _previous = new int[name.Length + 1];
        _beforePrevious = new int[name.Length + 1];
    }

    /// <summary>Gets how many cells of the table of distances have been filled, and names looked at.</summary>
    public long Work { get; private set; }

    /// <summary>Returns the distance, 1 for any change of case alone, or null when it is beyond what a slip explains.</summary>
    public int? To(string other)
    {
        Work++;
        if (other == _name)
            return 0;
        if (Math.Abs(other.Length - _lower.Length) > _threshold)
            return null;
        var lower = other.ToLowerInvariant();
        if (lower == _lower)
            return 1;
        for (var column = 0; column <= _lower.Length; column++)
            _current[column] = column;
        for (var row = 1; row <= lower.Length; row++)
        {
            (_beforePrevious, _previous, _current) = (_previous, _current, _beforePrevious);
            if (FillRow(lower, row) > _threshold)
                return null;
        }

        var distance = _current[_lower.Length];
        return distance <= _threshold ? distance : null;
    }

    private int FillRow(string other, int row)
    {
        Work += _lower.Length;
        var smallest = _current[0] = row;
        for (var column = 1; column <= _lower.Length; column++)
        {
            var same = other[row - 1] == _lower[column - 1];
            var cell = Math.Min(Math.Min(_previous[column], _current[column - 1]) + 1, _previous[column - 1] + (same ? 0 : 1));
            if (row > 1 && column > 1 && other[row - 1] == _lower[column - 2] && other[row - 2] == _lower[column - 1])
                cell = Math.Min(cell, _beforePrevious[column - 2] + 1);
            _current[column] = cell;
            smallest = Math.Min(smallest, cell);
        }

        return smallest;
    }
}

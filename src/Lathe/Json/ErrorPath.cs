using System.Text.Json;

namespace Lathe.Json;

/// <summary>A step of the paths of errors, with those that lead on from it.</summary>
internal sealed class ErrorPath
{
    private Dictionary<GraphQLPathSegment, ErrorPath>? _below;

    /// <summary>Gets the first error whose path leads here or through here; null at the start when there are none.</summary>
    public GraphQLError? First { get; private set; }

    /// <summary>Gets or sets whether the answer has the place.</summary>
    public bool IsReached { get; set; }

    /// <summary>Gets or sets whether it is null.</summary>
    public bool IsNull { get; set; }

    /// <summary>Puts paths together by their common beginnings.</summary>
    /// <returns>The start: <c>data</c>.</returns>
    public static ErrorPath Of(IReadOnlyList<GraphQLError> errors)
    {
        var root = new ErrorPath();
        foreach (var error in errors)
        {
            if (error.Path.Count == 0)
                continue;
            var step = root;
            step.First ??= error;
            foreach (var segment in error.Path)
            {
                step._below ??= [];
                if (!step._below.TryGetValue(segment, out var next))
                    step._below.Add(segment, next = new ErrorPath());
                step = next;
                step.First ??= error;
            }
        }

        return root;
    }

    /// <summary>Finds the step that a member's name is; null when no path leads there.</summary>
    public ErrorPath? Below(ref Utf8JsonReader reader)
    {
        if (_below is null)
            return null;
        try
        {
            return _below.GetValueOrDefault(new GraphQLPathSegment(reader.GetString()!));
        }
        catch (InvalidOperationException)
        {
            // A name that is not valid Unicode is not the name of a field.
            return null;
        }
    }

    /// <summary>Finds the step that an index is; null when no path leads there.</summary>
    public ErrorPath? Below(int index) => _below?.GetValueOrDefault(new GraphQLPathSegment(index));

    /// <summary>Tells, of the start, whether the answer has the place of an error, or a null on the way to it.</summary>
    public bool HasPlace(GraphQLError error)
    {
        if (error.Path.Count == 0)
            return false;
        var step = this;
        foreach (var segment in error.Path)
        {
            if (step.IsNull)
                return true;
            step = step._below![segment];
        }

        return step.IsReached;
    }
}

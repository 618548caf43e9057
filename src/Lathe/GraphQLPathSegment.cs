using System.Globalization;
using System.Text;

namespace Lathe;

/// <summary>One step of a path into a response: a response key, or an index into a list.</summary>
public readonly record struct GraphQLPathSegment
{
    /// <summary>Makes a step to a field.</summary>
    /// <param name="name">The response key.</param>
    public GraphQLPathSegment(string name) => Name = name;

    /// <summary>Makes a step into a list.</summary>
    /// <param name="index">The index, from 0.</param>
    public GraphQLPathSegment(int index) => Index = index;

    /// <summary>Gets the response key; null when this is an index.</summary>
    public string? Name { get; }

    /// <summary>Gets the index, from 0; null when this is a response key.</summary>
    public int? Index { get; }

    /// <summary>Writes the step.</summary>
    /// <returns>The name, or the index in brackets.</returns>
    public override string ToString() => Name ?? string.Create(CultureInfo.InvariantCulture, $"[{Index}]");

    internal static string Join(IReadOnlyList<GraphQLPathSegment> path)
    {
        var text = new StringBuilder();
        foreach (var segment in path)
        {
            if (segment.Name is not null && text.Length > 0)
                text.Append('.');
            text.Append(segment.ToString());
        }

        return text.ToString();
    }
}

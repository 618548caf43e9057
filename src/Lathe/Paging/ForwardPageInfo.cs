using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Lathe.Json;

namespace Lathe.Paging;

/// <summary>
/// Where a page of a connection ends. It is the record of each selection of just <c>hasNextPage</c> and <c>endCursor</c>
/// (Relay Cursor Connections Specification, PageInfo).
/// </summary>
public sealed record ForwardPageInfo : ResultRecord, IForwardPageInfo
{
    private static readonly JsonNames s_names = "hasNextPage endCursor?"u8;

    /// <summary>Makes one, for tests.</summary>
    public ForwardPageInfo()
    {
    }

    /// <summary>Reads one; generated code calls it.</summary>
    /// <param name="j">A cursor before the object.</param>
    /// <exception cref="GraphQLReadException">The next value is not such an object.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [SetsRequiredMembers]
    public ForwardPageInfo(ref JsonCursor j)
    {
        for (var i = j.Start(s_names, out var seen); i >= 0; i = j.Next(s_names, i, ref seen))
        {
            if (i == 0)
                HasNextPage = j.ReadBoolean();
            else
                EndCursor = j.ReadStringOrNull();
        }
    }

    /// <inheritdoc/>
    public required bool HasNextPage { get; init; }

    /// <inheritdoc/>
    public string? EndCursor { get; init; }
}

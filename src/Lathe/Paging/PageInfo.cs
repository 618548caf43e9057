using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Lathe.Json;

namespace Lathe.Paging;

/// <summary>
/// Where a page of a connection begins and ends. It is the record of each selection of all four fields of a PageInfo
/// (Relay Cursor Connections Specification), and of no other.
/// </summary>
public sealed record PageInfo : ResultRecord, IPageInfo
{
    private static readonly JsonNames s_names = "hasNextPage hasPreviousPage startCursor? endCursor?"u8;

    /// <summary>Makes one, for tests.</summary>
    public PageInfo()
    {
    }

    /// <summary>Reads one; generated code calls it.</summary>
    /// <param name="j">A cursor before the object.</param>
    /// <exception cref="GraphQLReadException">The next value is not such an object.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [SetsRequiredMembers]
    public PageInfo(ref JsonCursor j)
    {
        for (var i = j.Start(s_names, out var seen); i >= 0; i = j.Next(s_names, i, ref seen))
        {
            if (i == 0)
                HasNextPage = j.ReadBoolean();
            else if (i == 1)
                HasPreviousPage = j.ReadBoolean();
            else if (i == 2)
                StartCursor = j.ReadStringOrNull();
            else
                EndCursor = j.ReadStringOrNull();
        }
    }

    /// <inheritdoc/>
    public required bool HasNextPage { get; init; }

    /// <inheritdoc/>
    public required bool HasPreviousPage { get; init; }

    /// <inheritdoc/>
    public string? StartCursor { get; init; }

    /// <inheritdoc/>
    public string? EndCursor { get; init; }
}

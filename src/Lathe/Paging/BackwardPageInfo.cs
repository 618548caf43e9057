using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Lathe.Json;

namespace Lathe.Paging;

/// <summary>
/// Where a page of a connection begins. It is the record of each selection of just <c>hasPreviousPage</c> and <c>startCursor</c>
/// (Relay Cursor Connections Specification, PageInfo).
/// </summary>
public sealed record BackwardPageInfo : ResultRecord, IBackwardPageInfo
{
    private static readonly JsonNames s_names = "hasPreviousPage startCursor?"u8;

    /// <summary>Makes one, for tests.</summary>
    public BackwardPageInfo()
    {
    }

    /// <summary>Reads one; generated code calls it.</summary>
    /// <param name="j">A cursor before the object.</param>
    /// <exception cref="GraphQLReadException">The next value is not such an object.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [SetsRequiredMembers]
    public BackwardPageInfo(ref JsonCursor j)
    {
        for (var i = j.Start(s_names, out var seen); i >= 0; i = j.Next(s_names, i, ref seen))
        {
            if (i == 0)
                HasPreviousPage = j.ReadBoolean();
            else
                StartCursor = j.ReadStringOrNull();
        }
    }

    /// <inheritdoc/>
    public required bool HasPreviousPage { get; init; }

    /// <inheritdoc/>
    public string? StartCursor { get; init; }
}

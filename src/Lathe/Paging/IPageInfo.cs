namespace Lathe.Paging;

/// <summary>Where a page of a connection begins and ends: what all four fields of <c>pageInfo</c> give.</summary>
public interface IPageInfo : IForwardPageInfo, IBackwardPageInfo;

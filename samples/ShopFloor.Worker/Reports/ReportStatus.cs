namespace ShopFloor.Worker.Reports;

/// <summary>How the job stands, for whoever asks for its health.</summary>
internal sealed class ReportStatus
{
    private volatile Standing standing = new(null, null);

    public DateOnly? Written => standing.Written;

    /// <summary>Gets what the last attempt failed of; null when it did not.</summary>
    public string? Failure => standing.Failure;

    public void Succeeded(DateOnly day) => standing = new(day, null);

    public void Failed(Exception fault) => standing = standing with { Failure = fault.GetType().Name };

    private sealed record Standing(DateOnly? Written, string? Failure);
}

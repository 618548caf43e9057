namespace Lathe.Costs;

/// <summary>What one request takes of a budget.</summary>
/// <param name="cost">What it is reckoned at, in the server's unit.</param>
internal sealed class CostCharge(double cost)
{
    public double Cost => cost;

    /// <summary>Gets or sets what ended requests had taken of the budget when this one went.</summary>
    public double EndedBefore { get; set; }

    /// <summary>Gets or sets whether the budget's last word holds this charge.</summary>
    public bool IsCounted { get; set; }
}

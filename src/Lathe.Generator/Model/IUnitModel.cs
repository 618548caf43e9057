namespace Lathe.Generator.Model;

/// <summary>What files are emitted of; free of positions, and equal by value.</summary>
internal interface IUnitModel
{
    /// <summary>Gets the client that the files belong to.</summary>
    ClientModel Client { get; }
}

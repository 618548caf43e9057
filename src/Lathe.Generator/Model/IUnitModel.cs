namespace Lathe.Generator.Model;

/// <summary>What files are emitted of; free of positions, and equal by value.</summary>
internal interface IUnitModel
{
    /// <summary>Gets the name of the file, the first where there are two; different from all others of the build also when case is ignored.</summary>
    string FileName { get; }

    /// <summary>Gets the client that the files belong to.</summary>
    ClientModel Client { get; }
}

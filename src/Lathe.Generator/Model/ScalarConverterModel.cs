namespace Lathe.Generator.Model;

/// <summary>A scalar with a converter of the user's, which a result holds: System.Text.Json converts it by a class within the client.</summary>
internal sealed record ScalarConverterModel : IUnitModel
{
    /// <summary>Gets the scalar.</summary>
    public required ScalarModel Scalar { get; init; }

    /// <summary>Gets the name of the class within the client.</summary>
    public required string ClassName { get; init; }

    /// <inheritdoc/>
    public required string FileName { get; init; }

    /// <inheritdoc/>
    public required ClientModel Client { get; init; }
}

using Lathe.Language.Configuration;

namespace Lathe.Generator.Model;

/// <summary>A scalar and its .NET type.</summary>
internal sealed record ScalarModel
{
    /// <summary>Gets the scalar's name in the schema.</summary>
    public required string Name { get; init; }

    /// <summary>Gets how it is read and written.</summary>
    public required ScalarKind Kind { get; init; }

    /// <summary>Gets the .NET type as written in code: a keyword or a <c>global::</c> name.</summary>
    public required string ClrType { get; init; }

    /// <summary>Gets the <c>global::</c> name of the converter; null unless <see cref="Kind"/> is <see cref="ScalarKind.Converter"/>.</summary>
    public string? Converter { get; init; }

    /// <summary>Gets the <c>global::</c> name of the class that System.Text.Json uses; null without <see cref="Converter"/>.</summary>
    public string? JsonConverter { get; init; }

    /// <summary>Gets how a number is written.</summary>
    public NumberForm Form { get; init; }

    /// <summary>Gets a value indicating whether neither the configuration nor the defaults know the scalar.</summary>
    public bool IsUnmapped { get; init; }
}

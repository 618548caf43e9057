using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Model;

/// <summary>What every file of a client shares.</summary>
internal sealed record ClientModel : IUnitModel
{
    /// <summary>Gets the name of the client class.</summary>
    public required string ClassName { get; init; }

    /// <summary>Gets the name of the client's interface.</summary>
    public required string InterfaceName { get; init; }

    /// <summary>Gets the name of the class with the registration method.</summary>
    public required string RegistrationName { get; init; }

    /// <summary>Gets the namespace; empty for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary>Gets a value indicating whether all C# of the build sees the namespace without a <c>using</c>.</summary>
    public bool IsImported { get; init; }

    /// <summary>Gets a value indicating whether generated types are <c>public</c>.</summary>
    public required bool IsPublic { get; init; }

    /// <summary>Gets the endpoint that the registration starts with, or null.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Gets a value indicating whether abstract records are <c>closed</c>, which C# 15 has.</summary>
    public bool HasClosedRecords { get; init; }

    /// <summary>Gets a value indicating whether results are classes and not records.</summary>
    public bool HasResultClasses { get; init; }

    /// <summary>Gets a value indicating whether inputs can be read from JSON.</summary>
    public bool ReadsInputs { get; init; }

    /// <summary>Gets what becomes of errors where neither documents nor the schema say anything.</summary>
    public ErrorHandling CatchByDefault { get; init; }

    /// <summary>Gets what requests ask the server to do with the error of a field.</summary>
    public ErrorBehavior OnError { get; init; }

    /// <summary>Gets a value indicating whether another client of the build has the class name.</summary>
    public bool IsNameShared { get; init; }

    /// <inheritdoc/>
    public required string FileName { get; init; }

    /// <summary>Gets the name of the file with the registration.</summary>
    public required string RegistrationFileName { get; init; }

    ClientModel IUnitModel.Client => this;
}

/// <summary>A generated file.</summary>
/// <param name="HintName">The name, unique in the build.</param>
/// <param name="Text">The C# text, lines ended by LF.</param>
internal sealed record GeneratedFile(string HintName, string Text);

using Lathe.Language.Collections;
using Lathe.Language.TypeSystem;

namespace Lathe.Language.Configuration;

/// <summary>What <c>.graphqlrc.json</c> says of a client, without positions; equal by value.</summary>
internal sealed record ClientConfig
{
    /// <summary>Gets the project's name in the file; <c>default</c> where the file has no projects.</summary>
    public string ProjectName { get; init; } = "default";

    /// <summary>Gets the client's class name, or null for one made from the project's or the schema's name.</summary>
    public string? Client { get; init; }

    /// <summary>Gets the namespace of the generated code, or null for the C# project's root namespace.</summary>
    public string? Namespace { get; init; }

    /// <summary>Gets whether all C# of the build sees the namespace without a <c>using</c>. The file does not say so; file-based apps do.</summary>
    public bool IsImported { get; init; }

    /// <summary>Gets whether abstract records are <c>closed</c>. The file does not say so; the language version does.</summary>
    public bool HasClosedRecords { get; init; }

    /// <summary>Gets whether inputs can be read from JSON.</summary>
    public bool ReadInputs { get; init; }

    /// <summary>Gets whether results are classes, which cost the compiler less, and not records.</summary>
    public bool HasResultClasses { get; init; }

    /// <summary>Gets who may use the generated types.</summary>
    public ClientAccessibility Accessibility { get; init; }

    /// <summary>Gets the address that the client sends to unless told otherwise, or null.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Gets the environment variable with the key for the endpoint, which the tool reads, or null.</summary>
    public string? TokenEnv { get; init; }

    /// <summary>Gets the .NET types of custom scalars, in the order of their names.</summary>
    public EquatableList<ScalarMapping> Scalars { get; init; } = EquatableList.Empty<ScalarMapping>();

    /// <summary>Gets the bounds that the API sets to an operation.</summary>
    public OperationLimits Limits { get; init; } = new();

    /// <summary>Gets the fields that are not called unused, whatever C# reads: <c>etag</c>, or <c>Machine.etag</c> of one type.</summary>
    public EquatableList<string> KeepFields { get; init; } = EquatableList.Empty<string>();

    /// <summary>Gets what becomes of errors where neither documents nor the schema say anything.</summary>
    public ErrorHandling CatchByDefault { get; init; }

    /// <summary>Gets what requests ask the server to do with the error of a field.</summary>
    public ErrorBehavior OnError { get; init; }

    /// <summary>Gets a value indicating whether documents may hold fragment arguments, which no edition of the specification has.</summary>
    public bool AllowsFragmentArguments { get; init; }
}

/// <summary>Who may use generated types.</summary>
internal enum ClientAccessibility
{
    /// <summary>Everyone.</summary>
    Public,

    /// <summary>The assembly that holds them.</summary>
    Internal,
}

/// <summary>The .NET type of a custom scalar.</summary>
/// <param name="Scalar">The scalar's name in the schema.</param>
/// <param name="Type">The C# name of the type, such as <c>System.TimeSpan</c>.</param>
/// <param name="Converter">The C# name of the type that reads and writes it, or null for Lathe's own way.</param>
/// <param name="Write">How a number is written, or null for the way that goes with the scalar's name and type.</param>
internal sealed record ScalarMapping(string Scalar, string Type, string? Converter = null, NumberForm? Write = null);

/// <summary>How a number is written in variables. The names are those of the run time's <c>Lathe.Json.NumberForm</c>.</summary>
internal enum NumberForm
{
    /// <summary>A JSON number: <c>"number"</c> in the configuration.</summary>
    Number,

    /// <summary>A JSON string: <c>"string"</c> in the configuration.</summary>
    Text,

    /// <summary>A JSON number while every reader gets all of its digits, a string beyond: <c>"safe"</c> in the configuration.</summary>
    Safe,
}

/// <summary>The bounds that an API sets to an operation. A node is a field with a selection set, fragments expanded.</summary>
/// <param name="MaxDepth">How many nodes may nest, or null for no bound.</param>
/// <param name="MaxNodes">How many nodes there may be, or null for no bound.</param>
/// <param name="RequireListLimit">Whether a list field that takes a limit must be given one.</param>
internal sealed record OperationLimits(int? MaxDepth = null, int? MaxNodes = null, bool RequireListLimit = false);

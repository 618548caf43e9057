using Lathe.Language.Syntax;

namespace Lathe.Generator.Binding;

/// <summary>An operation as naming sees it.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The kind.</param>
internal sealed record NamedOperation(string Name, OperationType Type);

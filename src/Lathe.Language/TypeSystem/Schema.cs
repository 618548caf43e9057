using Lathe.Language.Errors;
using Lathe.Language.Syntax;

namespace Lathe.Language.TypeSystem;

/// <summary>A schema that parses a definition when it is first asked for (specification, section 3.3).</summary>
/// <remarks>Safe for use by several threads at once.</remarks>
public sealed class Schema
{
    private Schema()
    {
    }

    /// <summary>Gets the faults met when indexing; those of single definitions are found by <c>SchemaValidator</c>.</summary>
    public IReadOnlyList<LanguageError> Errors => throw new NotImplementedException();

    /// <summary>Gets the names of all types, built-in scalars and introspection types included, in the order of the text.</summary>
    public IReadOnlyList<string> TypeNames => throw new NotImplementedException();

    /// <summary>Gets the names of all directives, built-in ones included.</summary>
    public IReadOnlyList<string> DirectiveNames => throw new NotImplementedException();

    /// <summary>Gets how many definitions have been parsed so far.</summary>
    public int DefinitionsParsed => throw new NotImplementedException();

    /// <summary>Indexes a schema.</summary>
    /// <param name="sources">SDL texts, or one introspection result as JSON.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The schema; faults are in <see cref="Errors"/>.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Schema Create(IReadOnlyList<SourceText> sources, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>Finds a type.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The type, or null.</returns>
    public NamedType? FindType(string name) => throw new NotImplementedException();

    /// <summary>Finds a directive definition, built-in ones included.</summary>
    /// <param name="name">The name without <c>@</c>.</param>
    /// <returns>The definition, or null.</returns>
    public DirectiveDefinition? FindDirective(string name) => throw new NotImplementedException();

    /// <summary>Finds the root operation type.</summary>
    /// <param name="operationType">The kind of operation.</param>
    /// <returns>The type, or null where the schema has none.</returns>
    public ObjectType? FindRootType(OperationType operationType) => throw new NotImplementedException();

    /// <summary>Finds a field that may be selected, <c>__typename</c> and the root's <c>__schema</c> and <c>__type</c> included.</summary>
    /// <param name="parentType">A composite type.</param>
    /// <param name="name">The name.</param>
    /// <returns>The field, or null.</returns>
    public FieldDefinition? FindField(NamedType parentType, string name) => throw new NotImplementedException();

    /// <summary>Gets the object types that a composite type can be at run time, without parsing them.</summary>
    /// <param name="typeName">The name of an object, interface or union type.</param>
    /// <returns>The names in the order of the text; the name itself for an object type; empty for others.</returns>
    public IReadOnlyList<string> GetPossibleTypes(string typeName) => throw new NotImplementedException();

    /// <summary>Tells whether a type implements an interface or is a member of a union, without parsing it.</summary>
    /// <param name="abstractTypeName">The name of an interface or union type.</param>
    /// <param name="typeName">The name of an object or interface type.</param>
    /// <returns>True when it does.</returns>
    public bool IsSubtype(string abstractTypeName, string typeName) => throw new NotImplementedException();
}

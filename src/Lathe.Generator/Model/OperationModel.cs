using Lathe.Language.Syntax;

namespace Lathe.Generator.Model;

/// <summary>All that the file of an operation depends on; holds no positions.</summary>
internal sealed record OperationModel : IUnitModel
{
    /// <summary>Gets the name in the document.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the name of the static class, such as <c>MachinesQuery</c>.</summary>
    public required string ClassName { get; init; }

    /// <summary>Gets the name of the client's methods, such as <c>MachinesAsync</c>.</summary>
    public required string MethodName { get; init; }

    /// <summary>Gets the kind.</summary>
    public required OperationType Type { get; init; }

    /// <summary>Gets the description, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the text that is sent: minified, with all fragments that it reaches.</summary>
    public required string Document { get; init; }

    /// <summary>Gets the <c>global::</c> names of the records of the fragments whose texts end the document, in their order.</summary>
    public EquatableArray<string> Fragments { get; init; }

    /// <summary>Gets the length of those texts together.</summary>
    public int FragmentsLength { get; init; }

    /// <summary>Gets a value indicating whether the server may answer in parts.</summary>
    public bool IsIncremental { get; init; }

    /// <summary>Gets the variables in the order of the document.</summary>
    public required EquatableArray<InputFieldModel> Variables { get; init; }

    /// <summary>Gets the variables in the order of the method's parameters: C# wants the required ones first.</summary>
    public IEnumerable<InputFieldModel> Parameters =>
        Variables.OrderBy(static variable => variable.Presence == InputPresence.Required ? 0 : 1);

    /// <summary>Gets the type of <c>data</c>.</summary>
    public required ResultTypeModel Data { get; init; }

    /// <summary>Gets the records that the file declares; cases follow in their base record.</summary>
    public required EquatableArray<ResultModel> Results { get; init; }

    /// <summary>Gets the schema's names of the inputs and enums that it names itself, in ordinal order.</summary>
    public required EquatableArray<string> TypeNames { get; init; }

    /// <summary>Gets how the operation is read page by page; null where it is not.</summary>
    public PagerModel? Pager { get; init; }

    /// <summary>Gets the scopes that the caller needs, in ordinal order.</summary>
    public EquatableArray<string> Scopes { get; init; }

    /// <summary>Gets a value indicating whether the schema says that the caller must be authenticated.</summary>
    public bool IsAuthenticated { get; init; }

    /// <inheritdoc/>
    public required string FileName { get; init; }

    /// <summary>Gets the client that the file belongs to.</summary>
    public required ClientModel Client { get; init; }
}

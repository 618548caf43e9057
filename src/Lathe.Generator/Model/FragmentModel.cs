namespace Lathe.Generator.Model;

/// <summary>All that the file of a fragment depends on.</summary>
internal sealed record FragmentModel : IUnitModel
{
    /// <summary>Gets the name in the document.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the name of the static class that holds nested types and readers, such as <c>CardFragment</c>.</summary>
    public required string ClassName { get; init; }

    /// <summary>Gets the description, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the text in the documents that are sent; null for a fragment with variables of its own, whose copies operations have.</summary>
    public required string? Text { get; init; }

    /// <summary>Gets the record of the fragment itself; declared beside the static class.</summary>
    public required ResultModel Root { get; init; }

    /// <summary>Gets the fragment's interface; declared beside the static class.</summary>
    public required InterfaceModel Interface { get; init; }

    /// <summary>Gets the records of nested selections, within the static class.</summary>
    public required EquatableArray<ResultModel> Results { get; init; }

    /// <summary>Gets the interfaces of nested selections and cases, within the static class.</summary>
    public required EquatableArray<InterfaceModel> Interfaces { get; init; }

    /// <summary>Gets the schema's names of the enums that it names itself, in ordinal order.</summary>
    public required EquatableArray<string> TypeNames { get; init; }

    /// <inheritdoc/>
    public required string FileName { get; init; }

    /// <summary>Gets the client that the file belongs to.</summary>
    public required ClientModel Client { get; init; }
}

namespace Lathe.Generator.Model;

/// <summary>A generated interface: the view that a fragment has of a result.</summary>
internal sealed record InterfaceModel
{
    /// <summary>Gets the name of the interface.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the name of the interface as written in its file.</summary>
    public required string ClrName { get; init; }

    /// <summary>Gets the name of the type in the schema.</summary>
    public required string GraphQLType { get; init; }

    /// <summary>Gets the <c>global::</c> names of the interfaces that it extends.</summary>
    public EquatableArray<string> Bases { get; init; }

    /// <summary>Gets the names of members that a base has too.</summary>
    public EquatableArray<string> Redeclared { get; init; }

    /// <summary>Gets the members that it declares itself.</summary>
    public required EquatableArray<FieldModel> Members { get; init; }

    /// <summary>Gets the members of interfaces that it extends for which it hands out one of its own.</summary>
    public EquatableArray<ExplicitMember> ExplicitMembers { get; init; }
}

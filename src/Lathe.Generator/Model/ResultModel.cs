namespace Lathe.Generator.Model;

/// <summary>A generated result type.</summary>
internal abstract record ResultModel
{
    /// <summary>Gets the name of the record.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the name of the record as its readers write it: simple within the static class, else <c>global::</c>.</summary>
    public required string ClrName { get; init; }

    /// <summary>Gets a value indicating whether it stands within the static class of its operation or fragment.</summary>
    public bool IsNested => ClrName == Name;

    /// <summary>Gets the name of the type in the schema.</summary>
    public required string GraphQLType { get; init; }

    /// <summary>Gets the schema's description of the type, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the fields in the order of the response.</summary>
    public required EquatableArray<FieldModel> Fields { get; init; }

    /// <summary>Gets the fragment interfaces that the record implements.</summary>
    public EquatableArray<ImplementedInterface> Interfaces { get; init; }
}

/// <summary>A sealed record.</summary>
internal sealed record ObjectModel : ResultModel
{
    /// <summary>Gets the name of the abstract record that it is a case of, or null.</summary>
    public string? BaseClrName { get; init; }

    /// <summary>Gets the types in the schema that a case stands for; empty for a fallback case and for records that are no case.</summary>
    public EquatableArray<string> TypeNames { get; init; }

    /// <summary>
    /// Gets a value indicating whether its reader is kept out of the reader of the record around it. The just-in-time compiler would put a chain of
    /// small readers into each other, many times over.
    /// </summary>
    public bool IsInChain { get; init; }

    /// <summary>Gets a value indicating whether it has any property, of its own or inherited.</summary>
    public bool HasProperties => Fields.Any(static one => !one.IsHidden);
}

/// <summary>An abstract record with a closed set of cases, told apart by <c>__typename</c>.</summary>
/// <remarks><see cref="ResultModel.Fields"/> are the properties that all cases share.</remarks>
internal sealed record AbstractModel : ResultModel
{
    /// <summary>Gets the cases that the selections tell apart, in ordinal order of their names.</summary>
    public required EquatableArray<ObjectModel> Cases { get; init; }

    /// <summary>Gets the case for all other types, those unknown to the schema included.</summary>
    public required ObjectModel Other { get; init; }

    /// <summary>
    /// Gets a value indicating whether all that asks for <c>__typename</c> is under a directive: a response without it is the other case.
    /// </summary>
    public bool MayLackTypeName => Other.Fields.Any(static one => one.ResponseKey == "__typename" && one.IsConditional);

    /// <summary>Gets the name of the method that reads it, within the container's <c>Json</c> class.</summary>
    public string ReaderName => "Read" + Name;
}

/// <summary>A fragment interface as a record implements it.</summary>
/// <param name="ClrName">The name of the interface as written there.</param>
/// <param name="IsNamed">Whether the record's declaration names it; else an interface that it names extends it.</param>
/// <param name="ExplicitMembers">The members whose type differs from the record's property.</param>
internal sealed record ImplementedInterface(string ClrName, bool IsNamed, EquatableArray<ExplicitMember> ExplicitMembers);

/// <summary>A member that a record implements explicitly, by handing out a property under the interface's name or type.</summary>
/// <param name="InterfaceClrName">The <c>global::</c> name of the interface that declares the member.</param>
/// <param name="MemberName">The name of the interface's member.</param>
/// <param name="PropertyName">The name of the record's property.</param>
/// <param name="Type">The member's type.</param>
/// <param name="IsConditional">Whether the interface has the member as nullable because of a directive.</param>
internal sealed record ExplicitMember(
    string InterfaceClrName, string MemberName, string PropertyName, TypeModel Type, bool IsConditional)
{
    /// <summary>Gets a value indicating whether the record has the property as nullable because of a directive.</summary>
    public bool IsOwnConditional { get; init; }
}

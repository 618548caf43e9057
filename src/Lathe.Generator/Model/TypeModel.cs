using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Model;

/// <summary>The type of a field, input field or variable.</summary>
/// <param name="IsNullable">Whether null is a value of it.</param>
internal abstract record TypeModel(bool IsNullable)
{
    /// <summary>Gets what becomes of an error at the place; a value or an error is a <see cref="FieldResultTypeModel"/>.</summary>
    public ErrorHandling Errors { get; init; }

    /// <summary>Gets a value indicating whether nothing but an error leaves null at the place, which is null for it.</summary>
    public bool IsNullByErrorAlone { get; init; }
}

/// <summary>A value or an error: <c>FieldResult</c>.</summary>
/// <param name="Value">The type of the value.</param>
internal sealed record FieldResultTypeModel(TypeModel Value) : TypeModel(false);

/// <summary>A list: <c>ResultList</c> in results, <c>InputList</c> in inputs.</summary>
/// <param name="Item">The type of the items.</param>
/// <param name="IsNullable">Whether null is a value of it.</param>
internal sealed record ListTypeModel(TypeModel Item, bool IsNullable) : TypeModel(IsNullable);

/// <summary>A scalar.</summary>
/// <param name="Scalar">The scalar.</param>
/// <param name="IsNullable">Whether null is a value of it.</param>
internal sealed record ScalarTypeModel(ScalarModel Scalar, bool IsNullable) : TypeModel(IsNullable);

/// <summary>An enum.</summary>
/// <param name="ClrName">The <c>global::</c> name of the generated struct.</param>
/// <param name="IsNullable">Whether null is a value of it.</param>
internal sealed record EnumTypeModel(string ClrName, bool IsNullable) : TypeModel(IsNullable);

/// <summary>An input object.</summary>
/// <param name="ClrName">The <c>global::</c> name of the generated class.</param>
/// <param name="IsNullable">Whether null is a value of it.</param>
internal sealed record InputTypeModel(string ClrName, bool IsNullable) : TypeModel(IsNullable);

/// <summary>A generated result record.</summary>
/// <param name="ClrName">The name of the record: <c>global::</c>, or the simple one within its static class.</param>
/// <param name="Reader">The <c>global::</c> name of the static method <c>T Read(ref JsonCursor)</c> that reads an abstract record; null for others,
/// whose constructor reads.</param>
/// <param name="IsNullable">Whether null is a value of it.</param>
internal sealed record ResultTypeModel(string ClrName, string? Reader, bool IsNullable) : TypeModel(IsNullable)
{
    /// <summary>Gets a value indicating whether it is a fragment's interface, which records implement.</summary>
    public bool IsView { get; init; }

    /// <summary>Gets a value indicating whether reading it may throw an error to what is around it.</summary>
    public bool MayThrow { get; init; }
}

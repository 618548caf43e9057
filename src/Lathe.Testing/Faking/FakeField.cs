using System.Text.Json;
using Lathe.Language.TypeSystem;

namespace Lathe.Testing.Faking;

/// <summary>A field of an answer: where it stands and of what type it is.</summary>
internal sealed class FakeField
{
    public required JsonEncodedText Key { get; init; }

    public required string ResponseKey { get; init; }

    public required TypeReference Type { get; init; }

    /// <summary>Gets the type as the schema has it: an error leaves null where it allows null.</summary>
    public required TypeReference SentType { get; init; }

    /// <summary>Gets a number of the field's name and arguments: two aliases of one field have one value.</summary>
    public required ulong Salt { get; init; }

    /// <summary>Gets the variable that says how many items to leave out; null where none does.</summary>
    public string? OffsetVariable { get; init; }

    /// <summary>Gets whether it is <c>__typename</c>.</summary>
    public bool IsTypeName { get; init; }

    /// <summary>Gets what is selected of the object; null for a leaf.</summary>
    public FakeComposite? Composite { get; init; }

    /// <summary>Gets the values of the enum; null for what is none.</summary>
    public JsonEncodedText[]? EnumValues { get; init; }

    /// <summary>Gets the scalar with the names that its values go by; null for what is none.</summary>
    public FakeLeaf? Leaf { get; init; }
}

/// <summary>An object type that an answer's object may have, with its fields.</summary>
/// <param name="TypeName">The type's name.</param>
/// <param name="Fields">The fields, in the order of the answer.</param>
internal sealed record FakeObject(JsonEncodedText TypeName, FakeField[] Fields);

/// <summary>Types that an operation treats alike, in the order of the schema.</summary>
internal sealed record FakeCase(string[] Types);

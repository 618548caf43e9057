namespace Lathe.Generator.Tests.Catching;

/// <summary>A place of an answer as a random document asks for it: a leaf, an object or a list, with what becomes of its errors.</summary>
internal sealed class Place
{
    /// <summary>Gets or sets whether the schema says non-null.</summary>
    public bool IsNonNull { get; init; }

    /// <summary>Gets or sets whether an extension of the schema says semantically non-null.</summary>
    public bool IsSemantic { get; init; }

    /// <summary>Gets or sets what the field says becomes of an error here: a word of <c>CatchTo</c>, or null.</summary>
    public string? Catch { get; init; }

    /// <summary>Gets or sets what does by default; null without a default.</summary>
    public string? ByDefault { get; init; }

    /// <summary>Gets or sets the place of an item of a list; null for what is none.</summary>
    public Place? Item { get; init; }

    /// <summary>Gets or sets the fields of an object, by response key; null for what is none.</summary>
    public IReadOnlyList<(string Key, Place Place)>? Fields { get; init; }

    /// <summary>Gets or sets the name of the object's type; null for a leaf or a list.</summary>
    public string? Type { get; init; }

    public string TypeText => (Item is null ? Type ?? "Int" : $"[{Item.TypeText}]") + (IsNonNull ? "!" : "");

    public Place Innermost => Item?.Innermost ?? this;

    /// <summary>Gets the places of the field and its lists, outermost first.</summary>
    public IEnumerable<Place> Levels => Item is null ? [this] : Item.Levels.Prepend(this);
}

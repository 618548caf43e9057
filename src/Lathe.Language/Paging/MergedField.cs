using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Language.Paging;

/// <summary>What the selections of a level give for a response key under one type condition.</summary>
/// <param name="Step">The step to its value.</param>
/// <param name="Parent">The type that it is selected from.</param>
/// <param name="Definition">The field.</param>
internal sealed record MergedField(PageStep Step, NamedType Parent, FieldDefinition Definition)
{
    /// <summary>Gets the field each time that it is selected, at least once.</summary>
    public List<FieldSyntax> Selected { get; } = [];

    /// <summary>Gets or sets a value indicating whether it is there whatever variables hold, apart from the type condition.</summary>
    public bool IsCertain { get; set; }

    /// <summary>Gets the selection sets below it.</summary>
    public IEnumerable<SelectionSetSyntax> Below => Selected.Select(static one => one.SelectionSet).OfType<SelectionSetSyntax>();
}

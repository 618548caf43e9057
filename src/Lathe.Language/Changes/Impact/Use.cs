using Lathe.Language.Syntax;

namespace Lathe.Language.Changes.Impact;

/// <summary>A place that uses a part of the schema, in an operation or a fragment.</summary>
/// <param name="Owner">The operation or fragment.</param>
/// <param name="Node">The place.</param>
/// <param name="What">What stands there, in words.</param>
internal sealed record Use(DefinitionSyntax Owner, SyntaxNode Node, string What)
{
    /// <summary>Gets the operations that the use counts for, of those that reach it; null for all.</summary>
    public Func<OperationDefinitionSyntax, bool>? Counts { get; init; }

    /// <summary>Gets a value indicating whether it is touched for certain.</summary>
    public bool IsCertain { get; init; } = true;

    /// <summary>Gets how a variable reaches what changed; or null.</summary>
    public string? Via { get; init; }
}

/// <summary>A selected field.</summary>
internal sealed record FieldUse(DefinitionSyntax Owner, FieldSyntax Field, string ParentType)
{
    public Use ToUse() => new(Owner, Field, "field");
}

/// <summary>A type condition: of a fragment definition (no parent), an inline fragment, or a spread.</summary>
internal sealed record ConditionUse(DefinitionSyntax Owner, SyntaxNode Node, string Type, string? ParentType)
{
    public Use ToUse() => new(Owner, Node, "type condition");
}

/// <summary>An input object written out.</summary>
internal sealed record ObjectUse(DefinitionSyntax Owner, ObjectValueSyntax Value);

/// <summary>A directive at a place.</summary>
internal sealed record DirectiveUse(DefinitionSyntax Owner, DirectiveSyntax Directive, string Location, bool IsRepeated);

/// <summary>A variable of an operation.</summary>
internal sealed record VariableUse(OperationDefinitionSyntax Owner, VariableDefinitionSyntax Variable, string Type)
{
    public Use ToUse() => new(Owner, Variable, "variable");
}

/// <summary>A variable through which values of an input type may be sent.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Path">The fields on the shortest way there, outermost first; empty for the variable's own type.</param>
/// <param name="IsCertain">Whether each value of the variable holds one.</param>
internal sealed record ReachingVariable(VariableUse Variable, IReadOnlyList<string> Path, bool IsCertain)
{
    /// <summary>Makes a use of it.</summary>
    /// <param name="member">The field or value at the end of the way.</param>
    /// <param name="isCertain">Whether each value of the type is touched.</param>
    public Use ToUse(string? member, bool isCertain = false) => Variable.ToUse() with
    {
        IsCertain = isCertain && IsCertain,
        Via = "$" + string.Join(".", new[] { Variable.Variable.Variable.Name.Value }.Concat(Path).Concat(member is null ? [] : [member])),
    };
}

namespace Lathe.Language.TypeSystem;

/// <summary>What becomes of an error at a place of an answer: <c>CatchTo</c> of the nullability specification.</summary>
internal enum ErrorHandling
{
    /// <summary>Nothing: the place is null, as the answer has it.</summary>
    None,

    /// <summary>The place is the value or the error.</summary>
    Result,

    /// <summary>The place is null, and catches what is thrown below it.</summary>
    Null,

    /// <summary>The error goes to the nearest place around it that catches; <c>data</c> is null where none does.</summary>
    Throw,
}

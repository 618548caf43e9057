using Lathe.Language.Syntax;

namespace Lathe.Language.Validation.Expansion;

/// <summary>Why fragment arguments cannot be compiled away.</summary>
/// <param name="Message">The end of the message: what, and how to mend it.</param>
/// <param name="Node">The place.</param>
internal sealed record ExpansionProblem(string Message, SyntaxNode Node);

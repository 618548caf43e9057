using Lathe.Language.Syntax;

namespace Lathe.Language.Validation.Expansion;

/// <summary>A fragment with one set of arguments.</summary>
/// <param name="Fragment">The fragment.</param>
/// <param name="Name">The name of the copy.</param>
/// <param name="Values">The values by the names of its variables; one that has neither argument nor default is not there.</param>
/// <param name="IsFirst">Whether it is the first of the fragment: the others are what expansion adds to a document.</param>
internal sealed record FragmentVariant(
    FragmentDefinitionSyntax Fragment, string Name, IReadOnlyDictionary<string, BoundValue> Values, bool IsFirst);

/// <summary>A value without fragment variables.</summary>
/// <param name="Value">The value.</param>
/// <param name="Text">It as GraphQL, which tells it from others.</param>
/// <param name="Depth">How deep lists and objects nest in it.</param>
internal sealed record BoundValue(ValueSyntax Value, string Text, int Depth);

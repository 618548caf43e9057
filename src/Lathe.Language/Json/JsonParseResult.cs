using Lathe.Language.Errors;

namespace Lathe.Language.Json;

/// <summary>What came of parsing a JSON text: a value or an error.</summary>
/// <param name="Root">The value, or null when the text is not well-formed.</param>
/// <param name="Error">The first fault, or null when the text is well-formed.</param>
internal sealed record JsonParseResult(JsonNode? Root, LanguageError? Error);

using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem.Indexing;

namespace Lathe.Language.TypeSystem;

/// <summary>Finds the faults of one type when a schema first looks it up.</summary>
/// <param name="index">All definitions.</param>
/// <param name="parts">The definition and the extensions of the type.</param>
/// <returns>The faults; empty for a valid type.</returns>
internal delegate IEnumerable<LanguageError> TypeCheck(SchemaIndex index, IReadOnlyList<TypeDefinitionSyntax> parts);

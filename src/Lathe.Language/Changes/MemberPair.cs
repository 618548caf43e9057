using Lathe.Language.TypeSystem;

namespace Lathe.Language.Changes;

/// <summary>The same part of two schemas; one side is null where only the other has it.</summary>
/// <param name="At">Its name.</param>
/// <param name="Old">The part in the old schema, or null.</param>
/// <param name="New">The part in the new schema, or null.</param>
internal readonly record struct MemberPair<T>(SchemaCoordinate At, T? Old, T? New)
    where T : SchemaMember;

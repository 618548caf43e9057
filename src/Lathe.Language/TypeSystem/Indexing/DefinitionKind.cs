namespace Lathe.Language.TypeSystem.Indexing;

/// <summary>The kind of a type-system definition or extension.</summary>
internal enum DefinitionKind : byte
{
    Schema,
    Directive,
    Scalar,
    Object,
    Interface,
    Union,
    Enum,
    InputObject,
}

using Lathe.Language.TypeSystem;

namespace Lathe.Language.Changes;

/// <summary>Finds one kind of change. Each method gets a part of the schemas; at least one side is there.</summary>
internal abstract class ChangeRule
{
    public virtual void CompareSchemas(ChangeContext context)
    {
    }

    /// <summary>Compares types of a name; also those of different kinds.</summary>
    public virtual void CompareTypes(ChangeContext context, MemberPair<NamedType> pair)
    {
    }

    /// <summary>Compares the fields of an object or interface type that both schemas have.</summary>
    public virtual void CompareFields(ChangeContext context, MemberPair<FieldDefinition> pair)
    {
    }

    /// <summary>Compares arguments, input fields and directive arguments; the coordinate says which.</summary>
    public virtual void CompareInputs(ChangeContext context, MemberPair<InputValueDefinition> pair)
    {
    }

    public virtual void CompareEnumValues(ChangeContext context, MemberPair<EnumValueDefinition> pair)
    {
    }

    public virtual void CompareDirectives(ChangeContext context, MemberPair<DirectiveDefinition> pair)
    {
    }
}

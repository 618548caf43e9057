using Lathe.Language.TypeSystem;

namespace Lathe.Language.Changes.Rules;

/// <summary>A description is another.</summary>
internal sealed class DescriptionRule : ChangeRule
{
    private const string Code = "DESCRIPTION_CHANGED";

    public override void CompareSchemas(ChangeContext context)
    {
        if (context.Old.Description != context.New.Description)
            context.Add(
                new SchemaChange(
                    "SCHEMA_DESCRIPTION_CHANGED",
                    ChangeCriticality.Safe,
                    new(SchemaCoordinateKind.Schema, "schema"),
                    "The description of the schema changed."));
    }

    public override void CompareTypes(ChangeContext context, MemberPair<NamedType> pair) => Compare(context, pair);

    public override void CompareFields(ChangeContext context, MemberPair<FieldDefinition> pair) => Compare(context, pair);

    public override void CompareInputs(ChangeContext context, MemberPair<InputValueDefinition> pair) => Compare(context, pair);

    public override void CompareEnumValues(ChangeContext context, MemberPair<EnumValueDefinition> pair) => Compare(context, pair);

    public override void CompareDirectives(ChangeContext context, MemberPair<DirectiveDefinition> pair) => Compare(context, pair);

    private static void Compare<T>(ChangeContext context, MemberPair<T> pair)
        where T : SchemaMember
    {
        if (pair is not { Old: { } old, New: { } @new } || old.Description == @new.Description)
            return;
        var what = old.Description is null ? "got a description" : @new.Description is null ? "lost its description" : "changed its description";
        context.Safe(Code, pair, $"{pair.At} {what}.");
    }
}

namespace Lathe.Language.TypeSystem.Validation.Definitions;

/// <summary>A rule that type-system definitions must keep. One file a rule; <see cref="SchemaRules"/> lists them.</summary>
internal interface ISchemaRule
{
    /// <summary>Reports all breaches.</summary>
    void Check(SchemaContext context);
}

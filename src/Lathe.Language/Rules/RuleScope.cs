namespace Lathe.Language.Rules;

/// <summary>What a rule has to see at once to say something true.</summary>
internal enum RuleScope
{
    /// <summary>One operation or fragment with the fragments that it reaches.</summary>
    Unit,

    /// <summary>All documents of a project, such as for names that stand twice.</summary>
    Project,

    /// <summary>One type of a schema with its extensions; runs when the type is looked up, and with all definitions.</summary>
    Type,

    /// <summary>All definitions of a schema, each looked at by itself.</summary>
    Definitions,

    /// <summary>The schema that the definitions make together; runs when each of them is sound.</summary>
    Schema,
}

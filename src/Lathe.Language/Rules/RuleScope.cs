namespace Lathe.Language.Rules;

/// <summary>What a rule has to see at once to say something true.</summary>
internal enum RuleScope
{
    /// <summary>One operation or fragment, and the definitions of the fragments that it names.</summary>
    Unit,

    /// <summary>An operation with all fragments that it reaches; or a fragment that nothing spreads, with all that it reaches.</summary>
    Reach,

    /// <summary>All fragments of a project, of those with one name the first.</summary>
    Fragments,

    /// <summary>All documents of a project, such as for names that stand twice.</summary>
    Project,

    /// <summary>One document as it is sent. A client sends each of its operations by itself.</summary>
    Document,

    /// <summary>One type of a schema with its extensions; runs when the type is looked up, and with all definitions.</summary>
    Type,

    /// <summary>All definitions of a schema, each looked at by itself.</summary>
    Definitions,

    /// <summary>The schema that the definitions make together; runs when each of them is sound.</summary>
    Schema,

    /// <summary>Two versions of a schema, part by part.</summary>
    Comparison,
}

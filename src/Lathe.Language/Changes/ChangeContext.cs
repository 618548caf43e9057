using Lathe.Language.TypeSystem;

namespace Lathe.Language.Changes;

/// <summary>The two schemas, and the changes found so far.</summary>
internal sealed class ChangeContext(Schema oldSchema, Schema newSchema, SameDefinitions same)
{
    private readonly List<SchemaChange> _changes = [];

    public Schema Old => oldSchema;

    public Schema New => newSchema;

    /// <summary>Gets the definitions that need no look.</summary>
    public SameDefinitions Same => same;

    public IReadOnlyList<SchemaChange> Changes => _changes;

    public void Breaking<T>(string code, MemberPair<T> pair, string message, string? subject = null)
        where T : SchemaMember => Add(code, ChangeCriticality.Breaking, pair, message, subject);

    public void Dangerous<T>(string code, MemberPair<T> pair, string message, string? subject = null)
        where T : SchemaMember => Add(code, ChangeCriticality.Dangerous, pair, message, subject);

    public void Safe<T>(string code, MemberPair<T> pair, string message, string? subject = null)
        where T : SchemaMember => Add(code, ChangeCriticality.Safe, pair, message, subject);

    public void Add(SchemaChange change) => _changes.Add(change);

    private void Add<T>(string code, ChangeCriticality criticality, MemberPair<T> pair, string message, string? subject)
        where T : SchemaMember =>
        _changes.Add(new SchemaChange(code, criticality, pair.At, message)
        {
            Subject = subject,
            OldLocation = pair.Old?.Location,
            NewLocation = pair.New?.Location,
        });
}

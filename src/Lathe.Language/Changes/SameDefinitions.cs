using Lathe.Language.Introspection;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem;
using Lathe.Language.TypeSystem.Indexing;

namespace Lathe.Language.Changes;

/// <summary>
/// The definitions that both schemas have in the same words. They need not be parsed: two versions of a large schema
/// differ in a few definitions. What the same words mean may still differ where they name a type that only
/// one schema has, or give a default to an object, whose other fields have defaults elsewhere; those do not count.
/// </summary>
internal sealed class SameDefinitions
{
    private readonly DefinitionTexts _old;
    private readonly DefinitionTexts _new;
    private readonly NameSet _oneSided;

    private SameDefinitions(Schema oldSchema, Schema newSchema)
    {
        (_old, _new) = (new DefinitionTexts(oldSchema), new DefinitionTexts(newSchema));
        _oneSided = new NameSet(
            oldSchema.TypeNames.Where(name => !newSchema.HasType(name)).Concat(newSchema.TypeNames.Where(name => !oldSchema.HasType(name))));
    }

    public HashSet<string> Types { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Directives { get; } = new(StringComparer.Ordinal);

    public static SameDefinitions Find(Schema oldSchema, Schema newSchema, CancellationToken cancellationToken)
    {
        var same = new SameDefinitions(oldSchema, newSchema);
        foreach (var pair in oldSchema.Index.Types)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (newSchema.Index.Types.TryGetValue(pair.Key, out var other) && same.AreSame(pair.Value, other))
                same.Types.Add(pair.Key);
        }

        foreach (var pair in oldSchema.Index.Directives)
        {
            if (newSchema.Index.Directives.TryGetValue(pair.Key, out var other) && same.AreSame(pair.Value, other)
                && same.AreSame(ExtensionsOf(oldSchema, pair.Key), ExtensionsOf(newSchema, pair.Key)))
                same.Directives.Add(pair.Key);
        }

        return same;
    }

    private bool AreSame(TypeEntry old, TypeEntry @new)
    {
        return !old.IsBuiltIn && !@new.IsBuiltIn && AreSame(old.Definition, @new.Definition) && AreSame(old.Extensions, @new.Extensions);
    }

    private static List<DefinitionEntry> ExtensionsOf(Schema schema, string directive) =>
        schema.Index.DirectiveExtensions.TryGetValue(directive, out var extensions) ? extensions : [];

    private bool AreSame(List<DefinitionEntry> old, List<DefinitionEntry> @new)
    {
        if (old.Count != @new.Count)
            return false;
        for (var i = 0; i < old.Count; i++)
        {
            if (!AreSame(old[i], @new[i]))
                return false;
        }

        return true;
    }

    private bool AreSame(DefinitionEntry old, DefinitionEntry @new)
    {
        if (_old.Of(old) is not { } span || _new.Of(@new) is not { } other || span.Length != other.Length)
            return false;
        var (text, otherText) = (old.Source.Text, @new.Source.Text);
        return string.CompareOrdinal(text, span.Start, otherText, other.Start, span.Length) == 0
            && !HasObjectDefault(text, span) && !_oneSided.IsMentioned(text, span);
    }

    private static bool HasObjectDefault(string text, SourceSpan span)
    {
        for (var at = span.Start; (at = text.IndexOf('=', at, span.End - at)) >= 0; at++)
        {
            var value = at + 1;
            while (value < span.End && (char.IsWhiteSpace(text[value]) || text[value] is '[' or ','))
                value++;
            if (value < span.End && text[value] is '{' or '#')
                return true;
        }

        return false;
    }

    /// <summary>Where definitions stand in their texts, up to the next one; those of introspection results stand nowhere.</summary>
    private sealed class DefinitionTexts
    {
        private readonly Dictionary<DefinitionEntry, SourceSpan> _spans = [];

        public DefinitionTexts(Schema schema)
        {
            var entries = schema.Index.Entries;
            var isJson = entries.Select(static entry => entry.Source)
                .Distinct().ToDictionary(static source => source, static source => IntrospectionReader.IsJson(source.Text));
            for (var i = 0; i < entries.Count; i++)
            {
                var entry = entries[i];
                if (isJson[entry.Source])
                    continue;
                var end = i + 1 < entries.Count && entries[i + 1].Source == entry.Source ? entries[i + 1].Start : entry.Source.Text.Length;
                _spans[entry] = new SourceSpan(entry.Start, end - entry.Start);
            }
        }

        public SourceSpan? Of(DefinitionEntry entry) => _spans.TryGetValue(entry, out var span) ? span : null;
    }
}

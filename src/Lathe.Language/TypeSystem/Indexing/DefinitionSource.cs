using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Syntax.Parsing;

namespace Lathe.Language.TypeSystem.Indexing;

/// <summary>Parses single definitions of an index at first use, and counts them. Safe for use by several threads.</summary>
internal sealed class DefinitionSource
{
    private readonly object _gate = new();
    private readonly NameTable _names;
    private readonly List<LanguageError> _errors;
    private int _parsed;

    /// <summary>Takes what indexing came to.</summary>
    /// <param name="names">The names met, which the parser uses again.</param>
    /// <param name="indexErrors">The faults met so far.</param>
    /// <param name="parsed">How many definitions indexing had to parse.</param>
    internal DefinitionSource(NameTable names, IEnumerable<LanguageError> indexErrors, int parsed)
    {
        _names = names;
        _parsed = parsed;
        _errors = [.. indexErrors];
    }

    /// <summary>Gets how many definitions have been parsed.</summary>
    internal int Parsed => Volatile.Read(ref _parsed);

    /// <summary>Gets the faults met so far.</summary>
    internal IReadOnlyList<LanguageError> Errors
    {
        get
        {
            lock (_gate)
                return [.. _errors];
        }
    }

    internal void Report(IEnumerable<LanguageError> errors)
    {
        lock (_gate)
            _errors.AddRange(errors);
    }

    /// <summary>Gives the syntax of a definition; where it is faulty, the members before the fault.</summary>
    internal TypeSystemDefinitionSyntax Parse(DefinitionEntry entry)
    {
        lock (_gate)
        {
            if (entry.Syntax is { } known)
                return known;

            // The definition behind a faulty description may still be whole.
            var syntax = Parse(entry, entry.Start) ?? Parse(entry, entry.KeywordStart)!;
            _parsed++;
            return entry.Syntax = syntax;
        }
    }

    private TypeSystemDefinitionSyntax? Parse(DefinitionEntry entry, int start)
    {
        var parser = new Parser(entry.Source, start, _names);
        var syntax = (TypeSystemDefinitionSyntax?)parser.ParseDefinition();
        _errors.AddRange(parser.Notes);
        if (parser.Error is not { } error)
            return syntax;
        _errors.Add(error);
        return syntax is null ? null : PartialDefinition.Of(syntax);
    }
}

using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;

namespace Lathe.Language.TypeSystem.Indexing;

/// <summary>Finds the definitions of an SDL text in one scan: kind, name, place, and the types named in the head.</summary>
internal sealed class SdlIndexer
{
    private readonly SourceText _source;
    private readonly string _text;
    private readonly SdlScanner _scanner;
    private readonly NameTable _names;
    private readonly List<DefinitionEntry> _entries = [];
    private int _keywordStart;

    private SdlIndexer(SourceText source, NameTable names)
    {
        _source = source;
        _text = source.Text;
        _scanner = new SdlScanner(_text);
        _names = names;
    }

    /// <summary>Scans a text.</summary>
    /// <returns>The definitions in their order, or null where the text is not regular SDL and a parser must look at it.</returns>
    internal static List<DefinitionEntry>? Scan(SourceText source, NameTable names, CancellationToken cancellationToken)
    {
        var indexer = new SdlIndexer(source, names);
        return indexer.TryScan(cancellationToken) ? indexer._entries : null;
    }

    private bool TryScan(CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _scanner.SkipIgnored();
            if (_scanner.IsAtEnd)
                return _entries.Count > 0;
            if (!TryScanDefinition())
                return false;
        }
    }

    private bool TryScanDefinition()
    {
        var start = _scanner.Position;
        var hasDescription = _scanner.Current == '"';
        if (hasDescription)
        {
            if (!_scanner.TrySkipString())
                return false;
            _scanner.SkipIgnored();
        }

        _keywordStart = _scanner.Position;
        var keyword = ScanName();
        var isExtension = Is(keyword, "extend");
        if (isExtension && hasDescription)
            return false;
        if (isExtension)
            keyword = ScanName();
        return KindOf(keyword) is { } kind && TryScanHead(kind, isExtension, start);
    }

    private bool TryScanHead(DefinitionKind kind, bool isExtension, int start)
    {
        if (kind == DefinitionKind.Directive)
            return TryScanDirective(start, isExtension);
        var name = kind == DefinitionKind.Schema ? default : ScanName();
        if (kind != DefinitionKind.Schema && name.Length == 0)
            return false;
        var entry = Add(kind, isExtension, start, name);
        return TryScanRest(entry);
    }

    private DefinitionEntry Add(DefinitionKind kind, bool isExtension, int start, SourceSpan name)
    {
        var entry = new DefinitionEntry(_source, kind, isExtension, start)
        {
            Name = name.Length == 0 ? string.Empty : _names.Get(_text, name.Start, name.Length),
            NameStart = name.Start,
            KeywordStart = _keywordStart,
        };
        _entries.Add(entry);
        return entry;
    }

    /// <summary>Moves over interfaces, directives, members and body, in the order in which the grammar has them.</summary>
    private bool TryScanRest(DefinitionEntry entry)
    {
        if (entry.Kind is DefinitionKind.Object or DefinitionKind.Interface && TryTakeImplements())
            entry.Names = ScanNames('&');
        if (!TrySkipDirectives())
            return false;
        if (entry.Kind == DefinitionKind.Union && _scanner.Current == '=')
        {
            _scanner.Position++;
            entry.Names = ScanNames('|');
            return entry.Names.Count > 0;
        }

        return _scanner.Current != '{' || (entry.Kind is not (DefinitionKind.Scalar or DefinitionKind.Union) && _scanner.TrySkipBody());
    }

    private bool TryTakeImplements()
    {
        _scanner.SkipIgnored();
        if (_scanner.Current != 'i')
            return false;
        var start = _scanner.Position;
        if (Is(ScanName(), "implements"))
            return true;
        _scanner.Position = start;
        return false;
    }

    private bool TrySkipDirectives()
    {
        _scanner.SkipIgnored();
        while (_scanner.Current == '@')
        {
            _scanner.Position++;
            if (ScanName().Length == 0)
                return false;
            _scanner.SkipIgnored();
            if (_scanner.Current == '(' && !_scanner.TrySkipArguments())
                return false;
            _scanner.SkipIgnored();
        }

        return true;
    }

    private bool TryScanDirective(int start, bool isExtension)
    {
        _scanner.SkipIgnored();
        if (_scanner.Current != '@')
            return false;
        _scanner.Position++;
        var name = ScanName();
        if (name.Length == 0)
            return false;
        Add(DefinitionKind.Directive, isExtension, start, name);
        _scanner.SkipIgnored();
        if (isExtension)
            return _scanner.Current == '@' && TrySkipDirectives();
        if ((_scanner.Current == '(' && !_scanner.TrySkipArguments()) || !TrySkipDirectives())
            return false;
        var word = ScanName();
        if (Is(word, "repeatable"))
            word = ScanName();
        return Is(word, "on") && ScanNames('|').Count > 0;
    }

    private List<string> ScanNames(char separator)
    {
        var names = new List<string>();
        TryTake(separator);
        do
        {
            var name = ScanName();
            if (name.Length > 0)
                names.Add(_names.Get(_text, name.Start, name.Length));
        }
        while (TryTake(separator));
        return names;
    }

    private bool TryTake(char separator)
    {
        _scanner.SkipIgnored();
        if (_scanner.Current != separator)
            return false;
        _scanner.Position++;
        return true;
    }

    private SourceSpan ScanName()
    {
        _scanner.SkipIgnored();
        var start = _scanner.Position;
        return new SourceSpan(start, _scanner.SkipName());
    }

    private bool Is(SourceSpan span, string word) =>
        span.Length == word.Length && string.CompareOrdinal(_text, span.Start, word, 0, word.Length) == 0;

    private DefinitionKind? KindOf(SourceSpan keyword) => keyword.Length switch
    {
        4 when Is(keyword, "type") => DefinitionKind.Object,
        4 when Is(keyword, "enum") => DefinitionKind.Enum,
        5 when Is(keyword, "input") => DefinitionKind.InputObject,
        5 when Is(keyword, "union") => DefinitionKind.Union,
        6 when Is(keyword, "scalar") => DefinitionKind.Scalar,
        6 when Is(keyword, "schema") => DefinitionKind.Schema,
        9 when Is(keyword, "interface") => DefinitionKind.Interface,
        9 when Is(keyword, "directive") => DefinitionKind.Directive,
        _ => null,
    };
}

using System.Text;

namespace Lathe.Generator.Emission;

/// <summary>Writes lines that end in LF, indented by tabs: a client has many lines, and four spaces would be a fifth of its text.</summary>
/// <param name="text">Where to write.</param>
internal sealed class CodeWriter(StringBuilder text)
{
    private int _indent;
    private bool _isFirst = true;
    private bool _isSeparated;

    /// <summary>Sets what follows apart by one empty line; by none if it is the first or nothing follows within its braces.</summary>
    public CodeWriter Line()
    {
        _isSeparated = !_isFirst;
        return this;
    }

    /// <summary>Writes one line, or several that hold LF; empty lines stay empty.</summary>
    public CodeWriter Line(string lines)
    {
        if (_isSeparated)
            text.Append('\n');
        _isFirst = _isSeparated = false;
        for (int from = 0, end; from <= lines.Length; from = end + 1)
        {
            end = lines.IndexOf('\n', from);
            end = end < 0 ? lines.Length : end;
            if (end > from)
                text.Append('\t', _indent).Append(lines, from, end - from);
            text.Append('\n');
        }

        return this;
    }

    /// <summary>Writes a line and an opening brace; dispose the result to close it.</summary>
    public Block Open(string line)
    {
        Line(line).Line("{");
        _indent++;
        _isFirst = true;
        return new Block(this);
    }

    public override string ToString() => text.ToString();

    /// <summary>Ends an indented part.</summary>
    internal readonly struct Block(CodeWriter writer) : IDisposable
    {
        public void Dispose()
        {
            writer._indent--;
            writer._isSeparated = false;
            writer.Line("}");
        }
    }
}

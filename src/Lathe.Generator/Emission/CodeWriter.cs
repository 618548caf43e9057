using System.Text;

namespace Lathe.Generator.Emission;

/// <summary>Writes lines that end in LF, indented by tabs: a client has many lines, and four spaces would be a fifth of its text.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _indent;

    /// <summary>Writes one line, or several that hold LF; empty lines stay empty.</summary>
    public CodeWriter Line(string text = "")
    {
        foreach (var line in text.Split('\n'))
        {
            if (line.Length > 0)
                _text.Append('\t', _indent).Append(line);
            _text.Append('\n');
        }

        return this;
    }

    /// <summary>Writes a line and an opening brace; dispose the result to close it.</summary>
    public Block Open(string text)
    {
        Line(text).Line("{");
        _indent++;
        return new Block(this, "}");
    }

    /// <summary>Indents until the result is disposed.</summary>
    public Block Indent()
    {
        _indent++;
        return new Block(this, null);
    }

    public override string ToString() => _text.ToString();

    /// <summary>Ends an indented part.</summary>
    internal readonly struct Block(CodeWriter writer, string? end) : IDisposable
    {
        public void Dispose()
        {
            writer._indent--;
            if (end is not null)
                writer.Line(end);
        }
    }
}

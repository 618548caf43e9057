using System.Text.Json;

namespace Lathe.Tool.Output;

/// <summary>What a command found. Formats that know only places show <see cref="Findings"/>; the others ask for more.</summary>
internal abstract class Report
{
    /// <summary>Gets what the report is about, such as <c>lathe validate</c>.</summary>
    public abstract string Title { get; }

    /// <summary>Gets the outcome in one line.</summary>
    public abstract string Summary { get; }

    /// <summary>Gets what was found, in order.</summary>
    public abstract IReadOnlyList<Finding> Findings { get; }

    /// <summary>Writes the documented JSON object.</summary>
    public abstract void WriteJson(Utf8JsonWriter json);

    /// <summary>Writes the report for a person at a terminal.</summary>
    public abstract void WriteText(TextWriter output, TerminalStyle style);

    /// <summary>Writes the report for a pull request or step summary.</summary>
    public abstract void WriteMarkdown(TextWriter output);
}

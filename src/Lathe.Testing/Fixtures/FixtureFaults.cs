using System.Globalization;
using System.Text;
using Lathe.Language.Text;

namespace Lathe.Testing.Fixtures;

/// <summary>Collects what does not fit, each with its line and column in the form that terminals and editors link.</summary>
internal sealed class FixtureFaults(SourceText source, string operation)
{
    private const int MostFaults = 20;

    private readonly List<string> _faults = [];

    public bool AreMany => _faults.Count >= MostFaults;

    public void Add(SourceSpan span, string message)
    {
        var position = source.GetPosition(span.Start);
        _faults.Add(string.Create(CultureInfo.InvariantCulture, $"{source.Path}({position.Line},{position.Column}): {message}"));
    }

    /// <exception cref="InvalidOperationException">There are faults; the message has them all.</exception>
    public void ThrowIfAny()
    {
        if (_faults.Count == 0)
            return;
        var text = new StringBuilder($"The fixture '{Path.GetFileName(source.Path)}' does not fit {operation}:");
        foreach (var fault in _faults)
            text.Append("\n  ").Append(fault);
        if (AreMany)
            text.Append("\n  There may be more.");
        throw new InvalidOperationException(text.Append("\nRecord it again with 'lathe record', or correct the file.").ToString());
    }
}

using Lathe.Language.Configuration;

namespace Lathe.Generator.Binding;

/// <summary>
/// The names of a client's files: short, stable, and different from those of other clients. Type names differ also without case, and so files do on
/// any disk.
/// </summary>
internal sealed class FileNames
{
    private const int LongestName = 80;

    private readonly string _client;
    private readonly string _namespace;
    private readonly Dictionary<string, string> _known;

    /// <summary>Names the files of some types.</summary>
    /// <param name="config">The client; name and namespace filled in.</param>
    /// <param name="overlap">What other clients of the build have as well.</param>
    /// <param name="types">The types whose files are sure to be made.</param>
    public FileNames(ClientConfig config, ClientOverlap overlap, IReadOnlyCollection<string> types)
    {
        // A namespace has no hyphen, so none is mistaken for a client.
        _client = overlap.OfNamespace ? config.Client + "-" : "";
        _namespace = string.IsNullOrEmpty(config.Namespace) ? "" : config.Namespace!.Replace("@", "") + ".";
        _known = new Dictionary<string, string>(types.Count, StringComparer.Ordinal);
        // Roslyn compares the name of each file with all others at each edit. Those made in one go lie side by side in memory, which it reads a
        // fifth faster.
        foreach (var type in types)
            _known[type] = Name(type);
    }

    /// <summary>Gets the name of the file that declares a type.</summary>
    public string Of(string type) => _known.TryGetValue(type, out var known) ? known : Name(type);

    private string Name(string type)
    {
        if (_namespace.Length + type.Length <= LongestName)
            return string.Concat(_client, _namespace, type, ".g.cs");
        var name = _namespace + type;
        return $"{_client}{name.Substring(0, LongestName - 9)}-{Sha256.Hex(name).Substring(0, 8)}.g.cs";
    }
}

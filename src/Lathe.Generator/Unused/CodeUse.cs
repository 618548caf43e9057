using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Lathe.Generator.Unused;

/// <summary>What C# uses of generated code, by name.</summary>
/// <param name="Properties">The properties that it names, each with the full name of its type.</param>
/// <param name="EscapedTypes">The full names of the types that come to code that cannot be seen.</param>
/// <param name="Methods">The methods of clients that it names.</param>
/// <param name="Words">The identifiers of the code.</param>
internal sealed record CodeUse(
    ImmutableArray<(string Type, string Property)> Properties,
    ImmutableArray<string> EscapedTypes,
    ImmutableHashSet<(string Client, string Method)> Methods,
    CodeWords Words)
{
    public static CodeUse Of(UsageNotes notes, TypeContents contents, CodeWords words, CancellationToken cancellationToken)
    {
        var escaped = notes.Escaped(contents.HeldBy, cancellationToken);
        return new CodeUse(
            notes.Properties.ToImmutableArray(),
            escaped.Where(GeneratedTypes.IsResult).Select(GeneratedTypes.NameOf).ToImmutableArray(),
            notes.Methods.ToImmutableHashSet(),
            words);
    }

    /// <summary>Tells whether code names a method of a client, or of the interface of one.</summary>
    public bool Names(string client, string method) => Methods.Contains((client, method)) || Methods.Contains(("I" + client, method));

    /// <summary>Tells whether a word is in the code, be it compiled or left out by <c>#if</c>.</summary>
    public bool HasWord(string word) => Words.All.Contains(GeneratedTypes.Plain(word));

    /// <summary>Tells whether code that <c>#if</c> leaves out has the name of one of the properties.</summary>
    public bool IsHidden(IEnumerable<string> properties) =>
        Words.Disabled.Count > 0 && properties.Any(one => Words.Disabled.Contains(one.Substring(one.LastIndexOf('.') + 1)));
}

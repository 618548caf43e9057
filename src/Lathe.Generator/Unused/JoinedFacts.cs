using System.Collections.Immutable;
using Lathe.Language.Collections;

namespace Lathe.Generator.Unused;

/// <summary>Joins what several compilations note.</summary>
internal static class JoinedFacts
{
    /// <summary>Makes what all of them use.</summary>
    /// <param name="all">The notes, none of which is blind.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static CodeUse Join(IReadOnlyList<UsageFacts> all, CancellationToken cancellationToken) => new(
        all.SelectMany(static one => one.Properties).Distinct().ToImmutableArray(),
        Escaped(all, cancellationToken),
        all.SelectMany(static one => one.Methods).ToImmutableHashSet(),
        new CodeWords(all.SelectMany(static one => one.Words), all.SelectMany(static one => one.Disabled)));

    // What one hands to another escapes where the other lets it go.
    private static ImmutableArray<string> Escaped(IReadOnlyList<UsageFacts> all, CancellationToken cancellationToken)
    {
        var leads = all.SelectMany(static one => one.Leads).ToLookup(static one => one.From, static one => one.To, StringComparer.Ordinal);
        return Closure.Of(all.SelectMany(static one => one.Escaped), type => leads[type], StringComparer.Ordinal, cancellationToken)
            .ToImmutableArray();
    }
}

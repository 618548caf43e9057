using System.Collections.Immutable;
using Lathe.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Lathe.Generator.Unused;

/// <summary>The notes of a compilation on their way into the compiler's log: analyzers may not write files.</summary>
internal static class UsageReport
{
    /// <summary>The property of the diagnostic that holds the notes.</summary>
    public const string Property = "LatheUsage";

    public static Diagnostic Of(UsageFacts facts) => Diagnostic.Create(
        DescriptorTable.Describe(UnusedErrors.Noted),
        Location.None,
        ImmutableDictionary<string, string?>.Empty.Add(Property, UsageText.Write(facts)),
        $"What {facts.Assembly} uses of generated clients is noted in the compiler's log, for 'lathe operations unused'.");
}

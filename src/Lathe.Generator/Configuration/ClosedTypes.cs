using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Lathe.Generator.Configuration;

/// <summary>Whether a language version has <c>closed</c> types. The Roslyn that this is built against knows neither them nor C# 15.</summary>
internal static class ClosedTypes
{
    private const LanguageVersion CSharp15 = (LanguageVersion)1500;

    // A preview of an older compiler lacks them.
    private static readonly bool s_isKnown = typeof(ITypeSymbol).GetProperty("IsClosed") is not null;

    public static bool AreIn(ParseOptions language) => s_isKnown && language is CSharpParseOptions { LanguageVersion: >= CSharp15 };
}

using Lathe.Language.Changes;
using Lathe.Language.Changes.Comparison;
using Lathe.Language.Changes.Impact;
using Lathe.Language.Schemas;
using Lathe.Language.Syntax;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem;

namespace Lathe.Language.Tests.Changes;

internal static class SchemaPair
{
    public static IReadOnlyList<SchemaChange> Compare(string oldSdl, string newSdl) => SchemaComparer.Compare(Read(oldSdl), Read(newSdl));

    /// <summary>Returns lines such as <c>FIELD_REMOVED Machine.ref: Machines 3:5 field</c> for each place that a change touches.</summary>
    public static string[] Affected(string oldSdl, string newSdl, params string[] documents) => Affected(false, oldSdl, newSdl, documents);

    /// <summary>Returns the same for documents that may hold fragment arguments.</summary>
    public static string[] AffectedWithFragmentArguments(string oldSdl, string newSdl, params string[] documents) =>
        Affected(true, oldSdl, newSdl, documents);

    private static string[] Affected(bool allowsFragmentArguments, string oldSdl, string newSdl, string[] documents)
    {
        var (old, @new) = (Read(oldSdl), Read(newSdl));
        var parsed = documents.Select((text, index) => Parse(new SourceText($"{index}.graphql", text), allowsFragmentArguments)).ToArray();
        var impacts = OperationImpact.Find(old, @new, SchemaComparer.Compare(old, @new), parsed);
        return [.. impacts.SelectMany(impact => impact.Affected.Select(use => Line(impact.Change, use)))];
    }

    private static DocumentSyntax Parse(SourceText text, bool allowsFragmentArguments)
    {
        var document = DocumentParser.Parse(text, allowsFragmentArguments);
        Assert.Empty(document.Errors);
        return document;
    }

    public static Schema Read(string sdl) => SchemaReader.Read([new SourceText("schema.graphql", sdl)]);

    private static string Line(SchemaChange change, AffectedUse use)
    {
        var position = use.Location.Position;
        var owner = use.Fragment is null ? use.Operation : $"{use.Operation}/{use.Fragment}";
        return $"{change.Code} {change.Coordinate}: {owner} {position.Line}:{position.Column} "
            + $"{use.What}{(use.IsCertain ? "" : "?")}{(use.Via is null ? "" : " " + use.Via)}";
    }
}

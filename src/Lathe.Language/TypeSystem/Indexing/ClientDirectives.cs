using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;

namespace Lathe.Language.TypeSystem.Indexing;

/// <summary>
/// The directives by which documents, and extensions of a schema, speak to the client. They are known where the schema does not define one of the
/// name, and are not sent. Those about errors are of the nullability specification (<see href="https://specs.apollo.dev/nullability/v0.4">version
/// 0.4</see>).
/// </summary>
internal static class ClientDirectives
{
    private const string Sdl = """
        "Says what becomes of an error at the field, at the levels of its lists that are named: 0 is the field itself."
        directive @catch(to: CatchTo! = RESULT, levels: [Int!]! = [0]) on FIELD
        "Says what becomes of an error at each place that may be null and says nothing itself."
        directive @catchByDefault(to: CatchTo!) on SCHEMA | QUERY | MUTATION | SUBSCRIPTION | FRAGMENT_DEFINITION
        "Says that the field, at the levels of its lists that are named, is null only where an error explains it."
        directive @semanticNonNull(levels: [Int] = [0]) on FIELD_DEFINITION
        "Says of a field what @semanticNonNull says, where the field is defined elsewhere."
        directive @semanticNonNullField(name: String!, levels: [Int] = [0]) repeatable on OBJECT | INTERFACE
        "Says which field an operation reads page by page."
        directive @page(
          "The way to the field by response keys, with dots between them."
          field: String
          "The field of an item that the next page begins behind."
          by: String
        ) on QUERY

        enum CatchTo { RESULT NULL THROW }
        """;

    private static readonly Dictionary<string, DefinitionEntry> s_types = MakeEntries(static entry => entry.IsType);
    private static readonly Dictionary<string, DefinitionEntry> s_directives = MakeEntries(static entry => !entry.IsType);

    /// <summary>Finds one by its name without <c>@</c>, or gives null.</summary>
    internal static DefinitionEntry? Find(string name) => s_directives.TryGetValue(name, out var entry) ? entry : null;

    /// <summary>Finds a type that these directives alone take, or gives null.</summary>
    internal static DefinitionEntry? FindType(string name) => s_types.TryGetValue(name, out var entry) ? entry : null;

    private static Dictionary<string, DefinitionEntry> MakeEntries(Func<DefinitionEntry, bool> isWanted) =>
        SyntaxIndexer.Index(new Parser(new SourceText(string.Empty, Sdl)).ParseDocument(CancellationToken.None))
            .Where(isWanted).ToDictionary(static entry => entry.Name, StringComparer.Ordinal);
}

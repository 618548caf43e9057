using Lathe.Language.Advice;
using Lathe.Language.Errors;
using Lathe.Language.Fixes;
using Lathe.Language.Fixes.Running;
using Lathe.Language.Projects;
using Lathe.Language.Schemas;
using Lathe.Language.Syntax;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation;

namespace Lathe.Language.Tests.Fixes;

/// <summary>Runs fixes over documents, as a project's tool does.</summary>
internal sealed class Mend(string schema) : IFixCheck
{
    private readonly Schema _schema = SchemaReader.Read([new SourceText("schema.graphql", schema)], TestContext.Current.CancellationToken);

    /// <summary>Mends one document.</summary>
    public string Text(string text, string? id = null, string path = "get-machine.graphql") => Texts(id, (path, text)).Documents[0].Source.Text;

    public FixResult Texts(string? id, params (string Path, string Text)[] texts)
    {
        IReadOnlyCollection<string> ids = id is null ? [.. FixRules.Ids.Where(one => one is not ("GQL2012" or "GQL2053"))] : [id];
        return new FixRun(_schema, this, ids, TestContext.Current.CancellationToken).Run(
            [.. texts.Select(text => Parse(new SourceText(text.Path, text.Text), TestContext.Current.CancellationToken))]);
    }

    public DocumentSyntax Parse(SourceText source, CancellationToken cancellationToken) => DocumentParser.Parse(source, cancellationToken);

    public IReadOnlyList<LanguageError> Check(IReadOnlyList<DocumentSyntax> documents, CancellationToken cancellationToken) =>
    [
        .. documents.SelectMany(document => DocumentErrors.Of(document)),
        .. ProjectCheck.Validate(_schema, documents, ValidationOptions.Project, cancellationToken),
        .. DocumentValidator.Validate(_schema, documents, ValidationOptions.Advice, cancellationToken),
        .. documents.SelectMany(document => document.Definitions)
            .SelectMany(definition => ListLimitAdvice.Check(_schema, definition, cancellationToken)),
        .. documents.SelectMany(OperationFileName.Check),
    ];
}

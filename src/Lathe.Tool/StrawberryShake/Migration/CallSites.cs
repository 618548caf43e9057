using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Lathe.Tool.StrawberryShake.Migration;

/// <summary>
/// Rewrites what C# says to clients of Strawberry Shake. By syntax alone: without its generated code such a program does not compile, and the
/// names of the operations tell what is meant.
/// </summary>
internal sealed class CallSites : CSharpSyntaxWalker
{
    private readonly string _path;
    private readonly ShakeNames _names;
    private readonly ResultNames _results;
    private readonly List<TextChange> _changes = [];
    private readonly List<MigrationNote> _notes = [];

    private CallSites(string path, ShakeNames names, SyntaxNode root)
    {
        (_path, _names) = (path, names);
        _results = ResultNames.Find(root, names);
    }

    public static MigratedFile Migrate(string path, string code, ShakeNames names, CancellationToken cancellationToken)
    {
        var text = SourceText.From(code);
        var options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);
        var root = CSharpSyntaxTree.ParseText(text, options, cancellationToken: cancellationToken).GetRoot(cancellationToken);
        var walker = new CallSites(path, names, root);
        walker.Visit(root);
        walker._changes.AddRange(ShakeUsings.Rewrite(root));
        return MigratedFile.Create(path, text, walker._changes, walker._notes);
    }

    public override void VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        base.VisitInvocationExpression(node);
        if (node.Expression is MemberAccessExpressionSyntax access)
            RewriteCall(node, access);
    }

    public override void VisitPostfixUnaryExpression(PostfixUnaryExpressionSyntax node)
    {
        base.VisitPostfixUnaryExpression(node);
        if (node.IsKind(SyntaxKind.SuppressNullableWarningExpression)
            && node.Operand is MemberAccessExpressionSyntax { Name.Identifier.Text: "Data" } data && _results.Holds(data.Expression))
            Change(TextSpan.FromBounds(data.Name.SpanStart, node.Span.End), "RequireData()");
    }

    public override void VisitIdentifierName(IdentifierNameSyntax node)
    {
        base.VisitIdentifierName(node);
        RewriteType(node, node.Identifier);
    }

    public override void VisitGenericName(GenericNameSyntax node)
    {
        base.VisitGenericName(node);
        if (node.Identifier.Text == "IOperationResult")
            Change(node.Identifier.Span, "GraphQLResult");
        else if (node.Identifier.Text is "ScalarSerializer" or "ISerializer" or "ILeafValueParser" or "IInputValueFormatter")
            Note(node, $"{node.Identifier.Text} becomes a converter: implement IScalarConverter<T> and map the scalar with it.");
    }

    private void RewriteCall(InvocationExpressionSyntax call, MemberAccessExpressionSyntax access)
    {
        var operation = access.Expression is MemberAccessExpressionSyntax inner ? _names.Find(inner.Name.Identifier.Text) : null;
        switch (access.Name.Identifier.Text)
        {
            case "ExecuteAsync" when operation is not null:
                var name = ((MemberAccessExpressionSyntax)access.Expression).Name;
                Change(TextSpan.FromBounds(name.SpanStart, access.Name.Span.End), operation.MethodName);
                NameArguments(call, operation);
                break;
            case "Watch" when operation is not null:
                Note(access.Name, operation.Type == Language.Syntax.OperationType.Subscription
                    ? $"A subscription is read with: await foreach (var result in client.{operation.MethodName}(...))"
                    : $"There is no store to watch. Call {operation.MethodName}(...) where you want to know.");
                break;
            case "EnsureNoErrors" when call.ArgumentList.Arguments.Count == 0:
                Change(TextSpan.FromBounds(access.Name.SpanStart, call.Span.End), "RequireData()");
                break;
            case "IsErrorResult":
                Change(TextSpan.FromBounds(access.Name.SpanStart, call.Span.End), "HasErrors");
                break;
            case "IsSuccessResult":
                RewriteSuccess(call, access);
                break;
            case "ConfigureWebSocketClient" or "ConfigureInMemoryClient":
                Note(access.Name, "Transports are configured otherwise: AddWebSockets() for subscriptions over WebSockets; see docs/transport.md.");
                break;
            default:
                RewriteRegistration(call, access.Name);
                break;
        }
    }

    private void NameArguments(InvocationExpressionSyntax call, ShakeOperation operation)
    {
        if (!operation.IsReordered)
            return;
        foreach (var (argument, index) in call.ArgumentList.Arguments.Select((argument, index) => (argument, index)))
        {
            if (argument.NameColon is not null)
                continue;
            var name = index < operation.Variables.Count ? operation.Variables[index].Variable.Name.Value : "cancellationToken";
            Change(new TextSpan(argument.SpanStart, 0), $"{char.ToLowerInvariant(name[0])}{name[1..]}: ");
        }
    }

    private void RewriteSuccess(InvocationExpressionSyntax call, MemberAccessExpressionSyntax access)
    {
        if (call.Parent is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not)
            Change(not.OperatorToken.Span, "");
        else
            Change(new TextSpan(call.SpanStart, 0), "!");
        Change(TextSpan.FromBounds(access.Name.SpanStart, call.Span.End), "HasErrors");
    }

    private void RewriteRegistration(InvocationExpressionSyntax call, SimpleNameSyntax name)
    {
        if (call.ArgumentList.Arguments.Count == 0 || !_names.Clients.Any(client => name.Identifier.Text == "Add" + client))
            return;
        if (call.ArgumentList.Arguments.Any(IsStrategyOrProfile))
        {
            Change(call.ArgumentList.Span, "()");
            Note(name, "The strategy and the profile are left out: there is no store, and one transport.");
        }
    }

    private static bool IsStrategyOrProfile(ArgumentSyntax argument) =>
        argument.NameColon is not null || argument.ToString().Contains("ExecutionStrategy", StringComparison.Ordinal);

    private void RewriteType(SimpleNameSyntax node, SyntaxToken name)
    {
        if (_names.OfResult(name.Text) is { } result)
            Change(name.Span, result.ClassName + ".Data");
        else if (_names.OfSender(name.Text) is { } sender)
            Note(node, $"Operations are methods of the client: take the client's interface, and call {sender.MethodName}.");
        else if (_names.OfPart(name.Text) is { } part)
            Note(node, $"The parts of an answer are records in {part.ClassName}: use var, or the name that the generated file has.");
        else if (name.Text == "IClientError")
            Change(name.Span, "GraphQLError");
        else if (name.Text == "GraphQLClientException")
            Change(name.Span, "GraphQLException");
        else if (name.Text is "IOperationResult" or "IStoreAccessor" or "IOperationStore" or "IEntityStore")
            Note(node, $"{name.Text} has no counterpart.");
    }

    private void Change(TextSpan span, string text) => _changes.Add(new TextChange(span, text));

    private void Note(SyntaxNode node, string message) =>
        _notes.Add(new MigrationNote(_path, node.GetLocation().GetLineSpan().StartLinePosition.Line + 1, message));
}

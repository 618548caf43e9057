using System.Text;
using Lathe.Language.Syntax;
using Lathe.Language.Validation.Expansion;

namespace Lathe.Language.Projects;

/// <summary>
/// Writes the text that is sent: an operation and the fragments that it reaches, minified, with <c>__typename</c> where reading needs it.
/// </summary>
internal sealed class RequestDocument(TypenameNeeds typenames, Func<string, string, string?> fieldType, CancellationToken cancellationToken)
{
    private readonly StringBuilder _text = new();
    private ExpandedOperation? _sent;

    /// <summary>Writes the text.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="rootType">The name of its root operation type.</param>
    /// <param name="fragments">The fragments that it reaches.</param>
    public string Write(OperationDefinitionSyntax operation, string rootType, IReadOnlyList<FragmentDefinitionSyntax> fragments)
    {
        _sent = FragmentExpansion.Expand(operation, fragments, cancellationToken);
        _text.Append(operation.OperationType.ToString().ToLowerInvariant()).Append(' ').Append(operation.Name!.Value);
        WriteVariables(operation.VariableDefinitions);
        WriteDirectives(operation.Directives);
        WriteSet(_sent.Operation.SelectionSet, rootType, mayNeedTypename: true);
        foreach (var fragment in InOrder(_sent.Fragments))
            Write(fragment);
        return _text.ToString();
    }

    /// <summary>Writes the text of a fragment; an operation's text has the very same.</summary>
    /// <param name="fragment">The fragment.</param>
    public string Write(FragmentDefinitionSyntax fragment)
    {
        _text.Append("fragment ").Append(fragment.Name.Value).Append(" on ").Append(fragment.TypeCondition.Name.Value);
        WriteDirectives(fragment.Directives);
        WriteSet(fragment.SelectionSet, fragment.TypeCondition.Name.Value, mayNeedTypename: true);
        return _text.ToString();
    }

    /// <summary>Returns fragments in the order in which their texts follow an operation's.</summary>
    /// <param name="fragments">The fragments.</param>
    public static IEnumerable<FragmentDefinitionSyntax> InOrder(IEnumerable<FragmentDefinitionSyntax> fragments) =>
        fragments.OrderBy(static one => one.Name.Value, StringComparer.Ordinal);

    private void WriteVariables(IReadOnlyList<VariableDefinitionSyntax> variables)
    {
        for (var i = 0; i < variables.Count; i++)
        {
            var variable = variables[i];
            _text.Append(i == 0 ? '(' : ',').Append('$').Append(variable.Variable.Name.Value).Append(':');
            _text.Append(GraphQLPrinter.Print(variable.Type));
            if (variable.DefaultValue is { } value)
                GraphQLPrinter.Print(value, _text.Append('='));
            WriteDirectives(variable.Directives);
        }

        if (variables.Count > 0)
            _text.Append(')');
    }

    private void WriteSet(SelectionSetSyntax set, string type, bool mayNeedTypename)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _text.Append('{');
        if (mayNeedTypename && typenames.MustAdd(_sent?.OriginOf(set) ?? set, type, cancellationToken))
            _text.Append("__typename ");
        for (var i = 0; i < set.Selections.Count; i++)
        {
            if (i > 0)
                _text.Append(' ');
            WriteSelection(type, set.Selections[i]);
        }

        _text.Append('}');
    }

    private void WriteSelection(string type, SelectionSyntax selection)
    {
        switch (selection)
        {
            case FieldSyntax field:
                WriteField(type, field);
                break;
            case FragmentSpreadSyntax spread:
                _text.Append("...").Append(spread.Name.Value);
                WriteDirectives(spread.Directives);
                break;
            case InlineFragmentSyntax inline:
                _text.Append("...");
                if (inline.TypeCondition is { } condition)
                    _text.Append("on ").Append(condition.Name.Value);
                WriteDirectives(inline.Directives);
                WriteSet(inline.SelectionSet, inline.TypeCondition?.Name.Value ?? type, mayNeedTypename: false);
                break;
        }
    }

    private void WriteField(string type, FieldSyntax field)
    {
        if (field.Alias is { } alias)
            _text.Append(alias.Value).Append(':');
        _text.Append(field.Name.Value);
        WriteArguments(field.Arguments);
        WriteDirectives(field.Directives);
        if (field.SelectionSet is { } set)
            WriteSet(set, fieldType(type, field.Name.Value) ?? "", mayNeedTypename: true);
    }

    private void WriteArguments(IReadOnlyList<ArgumentSyntax> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            _text.Append(i == 0 ? '(' : ',').Append(arguments[i].Name.Value).Append(':');
            GraphQLPrinter.Print(arguments[i].Value, _text);
        }

        if (arguments.Count > 0)
            _text.Append(')');
    }

    private void WriteDirectives(IReadOnlyList<DirectiveSyntax> directives)
    {
        foreach (var directive in directives.Where(typenames.IsSent))
        {
            _text.Append('@').Append(directive.Name.Value);
            WriteArguments(directive.Arguments);
        }
    }
}

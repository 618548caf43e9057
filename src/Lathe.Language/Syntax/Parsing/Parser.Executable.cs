namespace Lathe.Language.Syntax.Parsing;

/// <content>Operations, fragments and selections (sections 2.4 to 2.9).</content>
internal sealed partial class Parser
{
    private OperationDefinitionSyntax ParseShorthandQuery() =>
        Finish(_start, new OperationDefinitionSyntax { OperationType = OperationType.Query, SelectionSet = ParseSelectionSet() });

    private OperationDefinitionSyntax ParseOperation(int start, DescriptionSyntax? description)
    {
        var type = ParseOperationType();
        var name = _kind == TokenKind.Name ? ParseName() : null;
        return Finish(start, new OperationDefinitionSyntax
        {
            Description = description,
            OperationType = type,
            Name = name,
            VariableDefinitions = ParseVariableDefinitions(),
            Directives = ParseDirectives(isConstant: false),
            SelectionSet = ParseSelectionSet(),
        });
    }

    private OperationType ParseOperationType()
    {
        var type = IsKeyword("query") ? OperationType.Query
            : IsKeyword("mutation") ? OperationType.Mutation
            : IsKeyword("subscription") ? OperationType.Subscription
            : (OperationType?)null;
        if (_kind != TokenKind.Name)
        {
            Expect(TokenKind.Name);
            return OperationType.Query;
        }

        // As in the reference, a lexical fault behind a token is reported before the token itself.
        var (span, shown) = (CurrentSpan, type is null ? DescribeCurrent() : null);
        Advance();
        if (shown is not null)
            Fail(span, $"Unexpected {shown}.");
        return type ?? OperationType.Query;
    }

    private VariableDefinitionSyntax[] ParseVariableDefinitions() => ParseOptionalMany(
        TokenKind.ParenthesisOpen, static parser => parser.ParseVariableDefinition(), TokenKind.ParenthesisClose);

    private const string NoFragmentArguments =
        " Fragment arguments are no syntax of the specification: use a variable of the operation, "
        + "or set \"fragmentArguments\": true under \"extensions\", \"lathe\" of .graphqlrc.json, which compiles them away.";

    private void RefuseFragmentArguments(string message)
    {
        if (_kind == TokenKind.ParenthesisOpen && !_allowsFragmentArguments)
            Fail(SyntaxErrors.FragmentArguments, CurrentSpan, message + NoFragmentArguments);
    }

    private VariableDefinitionSyntax ParseVariableDefinition()
    {
        var start = _start;
        var description = ParseDescription();
        var variable = ParseVariable();
        Expect(TokenKind.Colon);
        return Finish(start, new VariableDefinitionSyntax
        {
            Description = description,
            Variable = variable,
            Type = ParseType(),
            DefaultValue = TryTake(TokenKind.EqualsSign) ? ParseValue(isConstant: true) : null,
            Directives = ParseDirectives(isConstant: true),
        });
    }

    private FragmentDefinitionSyntax ParseFragmentDefinition(int start, DescriptionSyntax? description)
    {
        ExpectKeyword("fragment");
        var name = ParseFragmentName();
        RefuseFragmentArguments("Expected \"on\", found \"(\".");
        var variables = ParseVariableDefinitions();
        ExpectKeyword("on");
        EnterFragment(name.Value, variables);
        var fragment = new FragmentDefinitionSyntax
        {
            Description = description,
            Name = name,
            VariableDefinitions = variables,
            TypeCondition = ParseNamedType(),
            Directives = ParseDirectives(isConstant: false),
            SelectionSet = ParseSelectionSet(),
        };
        (_fragment, _fragmentVariables) = (null, null);
        return Finish(start, fragment);
    }

    private void EnterFragment(string name, VariableDefinitionSyntax[] variables)
    {
        if (variables.Length == 0)
            return;
        (_fragment, _fragmentVariables) = (name, new(StringComparer.Ordinal));
        foreach (var variable in variables)
            _fragmentVariables[variable.Variable.Name.Value] = variable;
    }

    private NameSyntax ParseFragmentName()
    {
        if (IsKeyword("on"))
            FailUnexpected();
        return ParseName();
    }

    private SelectionSetSyntax ParseSelectionSet()
    {
        var (start, outer) = (_start, _brace);
        if (TryEnter())
            Expect(TokenKind.BraceOpen);
        _brace = start;
        var selections = new Items<SelectionSyntax>();
        while (Error is null && !TryTake(TokenKind.BraceClose))
            selections.Add(ParseSelection());
        Leave();
        _brace = outer;
        return Finish(start, new SelectionSetSyntax { Selections = selections.ToArray() });
    }

    private SelectionSyntax ParseSelection() => _kind == TokenKind.Spread ? ParseSpread() : ParseField();

    private FieldSyntax ParseField()
    {
        var start = _start;
        var name = ParseName();
        NameSyntax? alias = null;
        if (TryTake(TokenKind.Colon))
            (alias, name) = (name, ParseName());
        return Finish(start, new FieldSyntax
        {
            Alias = alias,
            Name = name,
            Arguments = ParseArguments(isConstant: false),
            Directives = ParseDirectives(isConstant: false),
            SelectionSet = _kind == TokenKind.BraceOpen ? ParseSelectionSet() : null,
        });
    }

    private SelectionSyntax ParseSpread()
    {
        var start = _start;
        Expect(TokenKind.Spread);
        var hasCondition = TryTakeKeyword("on");
        if (!hasCondition && _kind == TokenKind.Name)
            return ParseFragmentSpread(start);
        return Finish(start, new InlineFragmentSyntax
        {
            TypeCondition = hasCondition ? ParseNamedType() : null,
            Directives = ParseDirectives(isConstant: false),
            SelectionSet = ParseSelectionSet(),
        });
    }

    private FragmentSpreadSyntax ParseFragmentSpread(int start)
    {
        var name = ParseFragmentName();
        RefuseFragmentArguments("Expected Name, found \"(\".");
        return Finish(start, new FragmentSpreadSyntax
        {
            Name = name,
            Arguments = ParseArguments(isConstant: false),
            Directives = ParseDirectives(isConstant: false),
        });
    }

    private ArgumentSyntax[] ParseArguments(bool isConstant) => ParseOptionalMany(
        TokenKind.ParenthesisOpen,
        isConstant ? s_constantArgument : s_anyArgument,
        TokenKind.ParenthesisClose);

    private static readonly Func<Parser, ArgumentSyntax> s_constantArgument = static parser => parser.ParseArgument(true);
    private static readonly Func<Parser, ArgumentSyntax> s_anyArgument = static parser => parser.ParseArgument(false);

    private ArgumentSyntax ParseArgument(bool isConstant)
    {
        var start = _start;
        var name = ParseName();
        Expect(TokenKind.Colon);
        return Finish(start, new ArgumentSyntax { Name = name, Value = ParseValue(isConstant) });
    }

    private DirectiveSyntax[] ParseDirectives(bool isConstant)
    {
        if (_kind != TokenKind.At)
            return [];
        var directives = new Items<DirectiveSyntax>();
        while (_kind == TokenKind.At)
        {
            var start = _start;
            Advance();
            directives.Add(Finish(start, new DirectiveSyntax { Name = ParseName(), Arguments = ParseArguments(isConstant) }));
        }

        return directives.ToArray();
    }
}

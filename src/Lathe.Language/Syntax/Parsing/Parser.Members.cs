namespace Lathe.Language.Syntax.Parsing;

/// <content>Members of types, and directive definitions (sections 3.6 to 3.13).</content>
internal sealed partial class Parser
{
    private NamedTypeSyntax[] ParseImplements() => TryTakeKeyword("implements")
        ? ParseDelimited(TokenKind.Ampersand, static parser => parser.ParseNamedType())
        : [];

    private FieldDefinitionSyntax[] ParseFieldDefinitions() =>
        ParseOptionalMany(TokenKind.BraceOpen, static parser => parser.ParseFieldDefinition(), TokenKind.BraceClose);

    private InputValueDefinitionSyntax[] ParseArgumentDefinitions() => ParseOptionalMany(
        TokenKind.ParenthesisOpen, static parser => parser.ParseInputValueDefinition(), TokenKind.ParenthesisClose);

    private FieldDefinitionSyntax ParseFieldDefinition()
    {
        var start = _start;
        var description = ParseDescription();
        var name = ParseName();
        var arguments = ParseArgumentDefinitions();
        Expect(TokenKind.Colon);
        return Finish(start, new FieldDefinitionSyntax
        {
            Description = description,
            Name = name,
            Arguments = arguments,
            Type = ParseType(),
            Directives = ParseDirectives(isConstant: true),
        });
    }

    private InputValueDefinitionSyntax ParseInputValueDefinition()
    {
        var start = _start;
        var description = ParseDescription();
        var name = ParseName();
        Expect(TokenKind.Colon);
        return Finish(start, new InputValueDefinitionSyntax
        {
            Description = description,
            Name = name,
            Type = ParseType(),
            DefaultValue = TryTake(TokenKind.EqualsSign) ? ParseValue(isConstant: true) : null,
            Directives = ParseDirectives(isConstant: true),
        });
    }

    private EnumValueDefinitionSyntax ParseEnumValueDefinition()
    {
        var start = _start;
        var description = ParseDescription();
        if (IsKeyword("true") || IsKeyword("false") || IsKeyword("null"))
            Fail(CurrentSpan, $"{DescribeCurrent()} is reserved and cannot be used for an enum value.");
        return Finish(start, new EnumValueDefinitionSyntax
        {
            Description = description,
            Name = ParseName(),
            Directives = ParseDirectives(isConstant: true),
        });
    }

    private DirectiveDefinitionSyntax ParseDirectiveDefinition(int start, DescriptionSyntax? description, bool isExtension)
    {
        Advance();
        Expect(TokenKind.At);
        var name = ParseName();
        return isExtension ? ParseDirectiveExtension(start, name) : ParseDirectiveDefinition(start, description, name);
    }

    private DirectiveDefinitionSyntax ParseDirectiveExtension(int start, NameSyntax name)
    {
        var directives = ParseDirectives(isConstant: true);
        RequireContent(isExtension: true, directives.Length);
        return Finish(start, new DirectiveDefinitionSyntax { IsExtension = true, Name = name, Directives = directives, Locations = [] });
    }

    private DirectiveDefinitionSyntax ParseDirectiveDefinition(int start, DescriptionSyntax? description, NameSyntax name)
    {
        var arguments = ParseArgumentDefinitions();
        _directiveRest = Error is null ? _start : -1;
        var directives = ParseDirectives(isConstant: true);
        var isRepeatable = TryTakeKeyword("repeatable");
        ExpectKeyword("on");
        return Finish(start, new DirectiveDefinitionSyntax
        {
            Description = description,
            Name = name,
            Arguments = arguments,
            Directives = directives,
            IsRepeatable = isRepeatable,
            Locations = ParseDelimited(TokenKind.Pipe, static parser => parser.ParseDirectiveLocation()),
        });
    }

    private NameSyntax ParseDirectiveLocation()
    {
        var name = ParseName();
        if (Error is not null || DirectiveLocations.IsKnown(name.Value))
            return name;
        if (!DirectiveLocations.MayBeOne(name.Value))
        {
            // At a keyword the next definition begins, so the locations are missing.
            _directiveRest = -1;
            Fail(name.Span, $"Unexpected Name \"{OneLine.Of(name.Value)}\".");
            return name;
        }

        Note(SyntaxErrors.OfNewerEdition, name.Span, $"Unexpected Name \"{OneLine.Of(name.Value)}\".");
        return name;
    }
}

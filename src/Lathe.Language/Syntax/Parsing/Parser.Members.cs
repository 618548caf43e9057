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

    private DirectiveDefinitionSyntax ParseDirectiveDefinition(int start, DescriptionSyntax? description)
    {
        Advance();
        Expect(TokenKind.At);
        var name = ParseName();
        var arguments = ParseArgumentDefinitions();
        var isRepeatable = TryTakeKeyword("repeatable");
        ExpectKeyword("on");
        return Finish(start, new DirectiveDefinitionSyntax
        {
            Description = description,
            Name = name,
            Arguments = arguments,
            IsRepeatable = isRepeatable,
            Locations = ParseDelimited(TokenKind.Pipe, static parser => parser.ParseDirectiveLocation()),
        });
    }

    private NameSyntax ParseDirectiveLocation()
    {
        var name = ParseName();
        if (Error is null && !DirectiveLocations.IsKnown(name.Value))
            Fail(name.Span, $"Unexpected Name \"{OneLine.Of(name.Value)}\".");
        return name;
    }
}

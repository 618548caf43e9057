namespace Lathe.Language.Syntax.Parsing;

/// <content>Type-system definitions and extensions (section 3).</content>
internal sealed partial class Parser
{
    private TypeSystemDefinitionSyntax? ParseTypeSystem(int start, DescriptionSyntax? description, bool isExtension)
    {
        if (IsKeyword("type"))
            return ParseObject(start, description, isExtension);
        if (IsKeyword("input"))
            return ParseInputObject(start, description, isExtension);
        if (IsKeyword("enum"))
            return ParseEnum(start, description, isExtension);
        if (IsKeyword("interface"))
            return ParseInterface(start, description, isExtension);
        if (IsKeyword("union"))
            return ParseUnion(start, description, isExtension);
        if (IsKeyword("scalar"))
            return ParseScalar(start, description, isExtension);
        if (IsKeyword("schema"))
            return ParseSchema(start, description, isExtension);
        return IsKeyword("directive") ? ParseDirectiveDefinition(start, description, isExtension) : null;
    }

    /// <summary>An extension that adds nothing is faulty at the token behind it.</summary>
    private void RequireContent(bool isExtension, params int[] counts)
    {
        if (isExtension && Error is null && Array.TrueForAll(counts, static count => count == 0))
            FailUnexpected();
    }

    private SchemaDefinitionSyntax ParseSchema(int start, DescriptionSyntax? description, bool isExtension)
    {
        Advance();
        var directives = ParseDirectives(isConstant: true);
        var roots = isExtension && _kind != TokenKind.BraceOpen
            ? []
            : ParseMany(TokenKind.BraceOpen, static parser => parser.ParseRootOperationType(), TokenKind.BraceClose);
        RequireContent(isExtension, directives.Length, roots.Length);
        return Finish(start, new SchemaDefinitionSyntax
        {
            Description = description, IsExtension = isExtension, Directives = directives, RootOperationTypes = roots,
        });
    }

    private RootOperationTypeSyntax ParseRootOperationType()
    {
        var start = _start;
        var type = ParseOperationType();
        Expect(TokenKind.Colon);
        return Finish(start, new RootOperationTypeSyntax { OperationType = type, Type = ParseNamedType() });
    }

    private ScalarTypeDefinitionSyntax ParseScalar(int start, DescriptionSyntax? description, bool isExtension)
    {
        Advance();
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        RequireContent(isExtension, directives.Length);
        return Finish(start, new ScalarTypeDefinitionSyntax
        {
            Description = description, IsExtension = isExtension, Name = name, Directives = directives,
        });
    }

    private ObjectTypeDefinitionSyntax ParseObject(int start, DescriptionSyntax? description, bool isExtension)
    {
        Advance();
        var name = ParseName();
        var interfaces = ParseImplements();
        var directives = ParseDirectives(isConstant: true);
        var fields = ParseFieldDefinitions();
        RequireContent(isExtension, interfaces.Length, directives.Length, fields.Length);
        return Finish(start, new ObjectTypeDefinitionSyntax
        {
            Description = description, IsExtension = isExtension, Name = name,
            Interfaces = interfaces, Directives = directives, Fields = fields,
        });
    }

    private InterfaceTypeDefinitionSyntax ParseInterface(int start, DescriptionSyntax? description, bool isExtension)
    {
        Advance();
        var name = ParseName();
        var interfaces = ParseImplements();
        var directives = ParseDirectives(isConstant: true);
        var fields = ParseFieldDefinitions();
        RequireContent(isExtension, interfaces.Length, directives.Length, fields.Length);
        return Finish(start, new InterfaceTypeDefinitionSyntax
        {
            Description = description, IsExtension = isExtension, Name = name,
            Interfaces = interfaces, Directives = directives, Fields = fields,
        });
    }

    private UnionTypeDefinitionSyntax ParseUnion(int start, DescriptionSyntax? description, bool isExtension)
    {
        Advance();
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        var members = TryTake(TokenKind.EqualsSign)
            ? ParseDelimited(TokenKind.Pipe, static parser => parser.ParseNamedType())
            : [];
        RequireContent(isExtension, directives.Length, members.Length);
        return Finish(start, new UnionTypeDefinitionSyntax
        {
            Description = description, IsExtension = isExtension, Name = name, Directives = directives, MemberTypes = members,
        });
    }

    private EnumTypeDefinitionSyntax ParseEnum(int start, DescriptionSyntax? description, bool isExtension)
    {
        Advance();
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        var values = ParseOptionalMany(
            TokenKind.BraceOpen, static parser => parser.ParseEnumValueDefinition(), TokenKind.BraceClose);
        RequireContent(isExtension, directives.Length, values.Length);
        return Finish(start, new EnumTypeDefinitionSyntax
        {
            Description = description, IsExtension = isExtension, Name = name, Directives = directives, Values = values,
        });
    }

    private InputObjectTypeDefinitionSyntax ParseInputObject(int start, DescriptionSyntax? description, bool isExtension)
    {
        Advance();
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        var fields = ParseOptionalMany(
            TokenKind.BraceOpen, static parser => parser.ParseInputValueDefinition(), TokenKind.BraceClose);
        RequireContent(isExtension, directives.Length, fields.Length);
        return Finish(start, new InputObjectTypeDefinitionSyntax
        {
            Description = description, IsExtension = isExtension, Name = name, Directives = directives, Fields = fields,
        });
    }
}

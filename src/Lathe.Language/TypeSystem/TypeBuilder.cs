using Lathe.Language.Syntax;

namespace Lathe.Language.TypeSystem;

/// <summary>Makes a type from its definition and extensions.</summary>
internal sealed class TypeBuilder
{
    private readonly TypeDefinitionSyntax _definition;
    private readonly IReadOnlyList<TypeDefinitionSyntax> _parts;
    private readonly MemberBuilder _members;
    private readonly IReadOnlyList<DirectiveSyntax> _directives;

    /// <summary>Takes the parts of a type.</summary>
    /// <param name="parts">The definition and then the extensions, all of one kind; at least one.</param>
    /// <param name="hasLocations">Whether members tell where they stand.</param>
    internal TypeBuilder(IReadOnlyList<TypeDefinitionSyntax> parts, bool hasLocations)
    {
        _definition = parts[0];
        _parts = parts;
        _members = new MemberBuilder(hasLocations);
        _directives = Collect<TypeDefinitionSyntax, DirectiveSyntax>(static part => part.Directives);
    }

    internal NamedType Build() => _definition switch
    {
        ObjectTypeDefinitionSyntax => new ObjectType
        {
            Name = Name, Description = Description, Directives = _directives, Location = Location,
            Interfaces = CollectInterfaces(), Fields = CollectFields(),
        },
        InterfaceTypeDefinitionSyntax => new InterfaceType
        {
            Name = Name, Description = Description, Directives = _directives, Location = Location,
            Interfaces = CollectInterfaces(), Fields = CollectFields(),
        },
        UnionTypeDefinitionSyntax => new UnionType
        {
            Name = Name, Description = Description, Directives = _directives, Location = Location, MemberTypes = CollectMemberTypes(),
        },
        EnumTypeDefinitionSyntax => new EnumType
        {
            Name = Name, Description = Description, Directives = _directives, Location = Location, Values = CollectValues(),
        },
        InputObjectTypeDefinitionSyntax => new InputObjectType
        {
            Name = Name, Description = Description, Directives = _directives, Location = Location,
            Fields = CollectInputFields(), IsOneOf = KnownDirectives.IsOneOf(_directives),
        },
        _ => new ScalarType
        {
            Name = Name, Description = Description, Directives = _directives, Location = Location,
            SpecifiedByUrl = KnownDirectives.SpecifiedByUrl(_directives),
        },
    };

    private string Name => _definition.Name.Value;

    private string? Description => _definition.Description?.Value;

    private Errors.SourceLocation? Location => _members.LocationOf(_definition.Name);

    private FieldDefinition[] CollectFields() =>
        MemberBuilder.Build(Collect<FieldsTypeDefinitionSyntax, FieldDefinitionSyntax>(static part => part.Fields), _members.Build);

    private InputValueDefinition[] CollectInputFields() =>
        MemberBuilder.Build(Collect<InputObjectTypeDefinitionSyntax, InputValueDefinitionSyntax>(static part => part.Fields), _members.Build);

    private EnumValueDefinition[] CollectValues() =>
        MemberBuilder.Build(Collect<EnumTypeDefinitionSyntax, EnumValueDefinitionSyntax>(static part => part.Values), _members.Build);

    private string[] CollectInterfaces() =>
        Names(Collect<FieldsTypeDefinitionSyntax, NamedTypeSyntax>(static part => part.Interfaces));

    private string[] CollectMemberTypes() =>
        Names(Collect<UnionTypeDefinitionSyntax, NamedTypeSyntax>(static part => part.MemberTypes));

    private static string[] Names(IReadOnlyList<NamedTypeSyntax> types) =>
        [.. types.Select(static type => type.Name.Value).Distinct(StringComparer.Ordinal)];

    private IReadOnlyList<TItem> Collect<TPart, TItem>(Func<TPart, IReadOnlyList<TItem>> items)
        where TPart : TypeDefinitionSyntax =>
        _parts.Count == 1 ? items((TPart)_parts[0]) : [.. _parts.OfType<TPart>().SelectMany(items)];
}

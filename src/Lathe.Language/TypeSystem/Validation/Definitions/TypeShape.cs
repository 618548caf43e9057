using Lathe.Language.Syntax;

namespace Lathe.Language.TypeSystem.Validation.Definitions;

/// <summary>A type as its definition and all its extensions write it, for rules that need the places of what they judge.</summary>
internal sealed class TypeShape
{
    private readonly List<TypeDefinitionSyntax> _parts;
    private HashSet<string>? _interfaceNames;
    private HashSet<string>? _memberTypeNames;
    private Dictionary<string, int>? _inputFieldPlaces;
    private int[]? _requiredInputFields;
    private int[]? _defaultedInputFields;

    internal TypeShape(TypeDefinitionSyntax definition, IEnumerable<TypeDefinitionSyntax> extensions, bool isBuiltIn)
    {
        Definition = definition;
        IsBuiltIn = isBuiltIn;
        _parts = [definition, .. extensions];
        Fields = Latest(PartsOf<FieldsTypeDefinitionSyntax>().SelectMany(static part => part.Fields), static field => field.Name);
        InputFields = Latest(PartsOf<InputObjectTypeDefinitionSyntax>().SelectMany(static part => part.Fields), static field => field.Name);
        Interfaces = [.. PartsOf<FieldsTypeDefinitionSyntax>().SelectMany(static part => part.Interfaces)];
        MemberTypes = [.. PartsOf<UnionTypeDefinitionSyntax>().SelectMany(static part => part.MemberTypes)];
    }

    internal string Name => Definition.Name.Value;

    internal TypeDefinitionSyntax Definition { get; }

    internal bool IsBuiltIn { get; }

    /// <summary>Gets the definition and the extensions of the name that are of the same kind.</summary>
    internal IReadOnlyList<TypeDefinitionSyntax> Parts => _parts;

    /// <summary>Gets the fields of an object or interface; the last of a name, as in the reference.</summary>
    internal IReadOnlyList<FieldDefinitionSyntax> Fields { get; }

    internal IReadOnlyList<InputValueDefinitionSyntax> InputFields { get; }

    /// <summary>Gets the places of <see cref="InputFields"/> by name.</summary>
    internal Dictionary<string, int> InputFieldPlaces => _inputFieldPlaces ??=
        PlacesOf(static _ => true).ToDictionary(place => InputFields[place].Name.Value, StringComparer.Ordinal);

    /// <summary>Gets the places of the input fields that a value must give.</summary>
    internal IReadOnlyList<int> RequiredInputFields => _requiredInputFields ??=
        PlacesOf(static one => one.Type is NonNullTypeSyntax && one.DefaultValue is null);

    /// <summary>Gets the places of the input fields that have a default value.</summary>
    internal IReadOnlyList<int> DefaultedInputFields => _defaultedInputFields ??= PlacesOf(static one => one.DefaultValue is not null);

    /// <summary>Gets the interfaces as written, repetitions included.</summary>
    internal IReadOnlyList<NamedTypeSyntax> Interfaces { get; }

    /// <summary>Gets the names of <see cref="Interfaces"/>, each once.</summary>
    internal HashSet<string> InterfaceNames => _interfaceNames ??= NamesOf(Interfaces);

    /// <summary>Gets the members of a union as written, repetitions included.</summary>
    internal IReadOnlyList<NamedTypeSyntax> MemberTypes { get; }

    internal IEnumerable<EnumValueDefinitionSyntax> Values => PartsOf<EnumTypeDefinitionSyntax>().SelectMany(static part => part.Values);

    internal bool IsObject => Definition is ObjectTypeDefinitionSyntax;

    internal bool IsInterface => Definition is InterfaceTypeDefinitionSyntax;

    internal bool IsUnion => Definition is UnionTypeDefinitionSyntax;

    internal bool IsInputObject => Definition is InputObjectTypeDefinitionSyntax;

    internal bool IsInput => Definition is ScalarTypeDefinitionSyntax or EnumTypeDefinitionSyntax or InputObjectTypeDefinitionSyntax;

    internal bool IsOutput => Definition is not InputObjectTypeDefinitionSyntax;

    /// <summary>Gets a value indicating whether the definition applies <c>@oneOf</c>; an extension cannot (section 3.10.2).</summary>
    internal bool IsOneOf => KnownDirectives.IsOneOf(Definition.Directives);

    internal IEnumerable<SyntaxNode> InterfaceNodes(string name) => Interfaces.Where(type => type.Name.Value == name);

    internal bool Implements(string name) => InterfaceNames.Contains(name);

    internal bool HasMemberType(string name) => (_memberTypeNames ??= NamesOf(MemberTypes)).Contains(name);

    internal static IReadOnlyList<InputValueDefinitionSyntax> Arguments(FieldDefinitionSyntax field) =>
        Latest(field.Arguments, static argument => argument.Name);

    /// <summary>Gives of each name the last member, at the place of the first.</summary>
    internal static IReadOnlyList<T> Latest<T>(IEnumerable<T> members, Func<T, NameSyntax> name)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var latest = new List<T>();
        foreach (var member in members)
        {
            if (places.TryGetValue(name(member).Value, out var place))
            {
                latest[place] = member;
                continue;
            }

            places.Add(name(member).Value, latest.Count);
            latest.Add(member);
        }

        return latest;
    }

    private static HashSet<string> NamesOf(IEnumerable<NamedTypeSyntax> types) =>
        new(types.Select(static type => type.Name.Value), StringComparer.Ordinal);

    private int[] PlacesOf(Predicate<InputValueDefinitionSyntax> matches) =>
        [.. Enumerable.Range(0, InputFields.Count).Where(place => matches(InputFields[place]))];

    private IEnumerable<T> PartsOf<T>()
        where T : TypeDefinitionSyntax =>
        Definition is T ? _parts.OfType<T>() : [];
}

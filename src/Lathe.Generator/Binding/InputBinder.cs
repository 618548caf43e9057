using Lathe.Generator.Model;
using Lathe.Language.Projects;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Binding;

/// <summary>Binds input objects, enums and variables.</summary>
internal sealed class InputBinder(ClientContext context)
{
    /// <summary>Binds an input object type.</summary>
    public InputModel BindInput(InputObjectType type)
    {
        var className = context.Names.Type(type.Name);
        var members = CSharpNames.ClassScope(className, CSharpNames.InputMember);
        NameScope parameters = new();
        return new InputModel
        {
            Name = type.Name,
            ClassName = className,
            Description = type.Description,
            IsOneOf = type.IsOneOf,
            Fields = type.Fields
                .Where(static field => field.Name.Length > 0)
                .GroupBy(static field => field.Name, StringComparer.Ordinal).Select(static same => same.First())
                .Select(field => Bind(field.Name, field.Type, field.DefaultValue, members, parameters) is { } model
                    ? model with { Description = field.Description, DeprecationReason = field.DeprecationReason }
                    : null)
                .OfType<InputFieldModel>().ToEquatableArray(),
            FileName = context.Names.FileOf(className),
            Client = context.Client,
        };
    }

    /// <summary>Binds an enum type.</summary>
    public EnumModel BindEnum(EnumType type)
    {
        var className = context.Names.Type(type.Name);
        var members = CSharpNames.RecordScope([className, "Unknown", .. CSharpNames.EnumMembers]);
        return new EnumModel
        {
            Name = type.Name,
            ClassName = className,
            Description = type.Description,
            Values = type.Values
                .GroupBy(static value => value.Name, StringComparer.Ordinal).Select(static same => same.First())
                .Select(value => new EnumValueModel(
                    value.Name, CSharpNames.TakeMember(members, value.Name), value.Description, value.DeprecationReason))
                .ToEquatableArray(),
            FileName = context.Names.FileOf(className),
            Client = context.Client,
        };
    }

    /// <summary>Binds the variables of an operation.</summary>
    public EquatableArray<InputFieldModel> BindVariables(IReadOnlyList<VariableDefinitionSyntax> variables)
    {
        var members = CSharpNames.ClassScope("Variables", CSharpNames.InputMember);
        var parameters = new NameScope("variables", "options", "cancellationToken");
        return variables
            .Select(variable => Bind(variable.Variable.Name.Value, Reference(variable.Type), variable.DefaultValue, members, parameters) is { } model
                ? model with { Description = variable.Description?.Value }
                : null)
            .OfType<InputFieldModel>().ToEquatableArray();
    }

    /// <summary>Gets the type that a syntax node names.</summary>
    public static TypeReference Reference(TypeSyntax type) => type switch
    {
        NonNullTypeSyntax nonNull => new NonNullTypeReference(Reference(nonNull.NullableType).Nullable),
        ListTypeSyntax list => new ListTypeReference(Reference(list.ItemType)),
        NamedTypeSyntax named => new NamedTypeReference(named.Name.Value),
        _ => new NamedTypeReference(""),
    };

    private InputFieldModel? Bind(string name, TypeReference type, ValueSyntax? defaultValue, NameScope members, NameScope parameters)
    {
        if (ClientContext.Map(type, nullable => context.LeafOrInput(type.NamedType, nullable)) is not { } model)
            return null;
        var property = CSharpNames.TakeMember(members, name);
        return new InputFieldModel
        {
            Name = name,
            PropertyName = property,
            ParameterName = CSharpNames.Escape(parameters.Take(CSharpNames.Camel(property), CSharpNames.Camel(property) + "Value")),
            Type = model,
            Presence = model.IsNullable ? InputPresence.Tracked
                : defaultValue is null ? InputPresence.Required : InputPresence.Defaulted,
            DefaultValue = defaultValue is null ? null : GraphQLPrinter.Print(defaultValue),
        };
    }
}

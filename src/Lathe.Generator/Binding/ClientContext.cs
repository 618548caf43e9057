using Lathe.Generator.Model;
using Lathe.Language.Configuration;
using Lathe.Language.Projects;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Binding;

/// <summary>What the binders of a client share.</summary>
internal sealed class ClientContext(Schema schema, ClientModel client, TopLevelNames names, ScalarMap scalars, TypenameNeeds typenames)
{
    public Schema Schema { get; } = schema;

    public ClientModel Client { get; } = client;

    public TopLevelNames Names { get; } = names;

    public ScalarMap Scalars { get; } = scalars;

    public TypenameNeeds Typenames { get; } = typenames;

    /// <summary>Gets the <c>global::</c> name of a type in the client's namespace, or in a static class there.</summary>
    public string Qualify(params string[] names) => Qualify(Client, names);

    /// <inheritdoc cref="Qualify(string[])"/>
    public static string Qualify(ClientModel client, params string[] names) =>
        "global::" + (client.Namespace.Length == 0 ? "" : client.Namespace + ".") + string.Join(".", names);

    /// <summary>Maps a leaf type, or an input object; null for other types and unknown ones.</summary>
    public TypeModel? LeafOrInput(string typeName, bool isNullable) => Schema.FindType(typeName) switch
    {
        ScalarType => new ScalarTypeModel(Scalars.Find(typeName), isNullable),
        EnumType => new EnumTypeModel(Qualify(Names.Type(typeName)), isNullable),
        InputObjectType => new InputTypeModel(Qualify(Names.Type(typeName)), isNullable),
        _ => null,
    };

    /// <summary>Tells whether a name is that of a scalar with a converter.</summary>
    public bool IsConverted(string typeName) => Schema.FindType(typeName) is ScalarType && Scalars.Find(typeName).Kind == ScalarKind.Converter;

    /// <summary>Maps a type with its lists; null when the named type is not known.</summary>
    /// <param name="type">The type.</param>
    /// <param name="named">Maps the named type, given whether it may be null.</param>
    public static TypeModel? Map(TypeReference type, Func<bool, TypeModel?> named)
    {
        var isNullable = !type.IsNonNull;
        if (type.Nullable is not ListTypeReference list)
            return named(isNullable);
        return Map(list.ItemType, named) is { } item ? new ListTypeModel(item, isNullable) : null;
    }
}

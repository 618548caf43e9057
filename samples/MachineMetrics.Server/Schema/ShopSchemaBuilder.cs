using System.Collections;
using System.Reflection;
using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using GraphQL.Utilities;
using GraphQLParser.AST;
using MachineMetrics.Server.Entities;
using MachineMetrics.Server.Filtering;

namespace MachineMetrics.Server.Schema;

/// <summary>
/// Makes an executable schema of SDL. A field reads the property of its name, a list goes through its arguments; nothing
/// depends on the names of types, so that a changed schema is served as well as it can be.
/// </summary>
internal sealed class ShopSchemaBuilder : SchemaBuilder
{
    /// <summary>Under which name the context of an execution has what subscribers of a shop are sent.</summary>
    public const string Feed = "feed";

    public static ISchema Make(string sdl)
    {
        var schema = new ShopSchemaBuilder().Build(sdl);
        schema.Initialize();
        return schema;
    }

    protected override void PreConfigure(GraphQL.Types.Schema schema)
    {
        foreach (var scalar in Scalars.All())
        {
            _types[scalar.Name] = scalar;
            schema.RegisterType(scalar);
        }
    }

    protected override FieldType ToFieldType(string parentTypeName, GraphQLFieldDefinition fieldDef)
    {
        var field = base.ToFieldType(parentTypeName, fieldDef);
        field.Resolver = new FuncFieldResolver<object?>(Resolve);
        return field;
    }

    protected override FieldType ToSubscriptionFieldType(string parentTypeName, GraphQLFieldDefinition fieldDef)
    {
        var field = base.ToSubscriptionFieldType(parentTypeName, fieldDef);
        field.Resolver = new FuncFieldResolver<object?>(Resolve);
        field.StreamResolver = new SourceStreamResolver<object>(Follow);
        return field;
    }

    private static object? Resolve(IResolveFieldContext context)
    {
        var field = context.FieldDefinition.Name;
        var value = context.Arguments?.ContainsKey("args") == true
            ? ReadWindow((Shop)context.Source!, field, (IDictionary<string, object?>)context.Arguments["args"].Value!)
            : Members.Read(context.Source!, field);
        return value is IEnumerable and not (string or System.Text.Json.Nodes.JsonNode)
            ? Listing.Apply((IEnumerable)value, name => context.Arguments?.TryGetValue(name, out var argument) == true ? argument.Value : null)
            : value;
    }

    private static object? ReadWindow(Shop shop, string field, IDictionary<string, object?> args)
    {
        var window = Window.From(args);
        if (window.Fault() is { } fault)
            throw new ExecutionError(fault) { Code = "INVALID_ARGUMENT" };
        return typeof(Shop).GetMethod(Members.ClrName(field), BindingFlags.Public | BindingFlags.Instance, [typeof(Window)])?
            .Invoke(shop, [window]);
    }

    private static IObservable<object?> Follow(IResolveFieldContext context) => context.FieldDefinition.Name == "currentStates"
        ? ((Func<Shop, IObservable<object?>>)context.UserContext[Feed]!)((Shop)context.RootValue!)
        : throw new ExecutionError("The vendor does not document what subscriptions send, so this server has currentStates only.")
        {
            Code = "SUBSCRIPTION_NOT_SUPPORTED",
        };
}

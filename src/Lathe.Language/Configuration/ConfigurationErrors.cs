using Lathe.Language.Errors;

namespace Lathe.Language.Configuration;

/// <summary>The mistakes that a configuration can hold. <c>GQL0001</c> is <see cref="Json.JsonParser.MalformedJson"/>.</summary>
internal static class ConfigurationErrors
{
    /// <summary>A key that has no meaning.</summary>
    public static readonly ErrorDescriptor UnknownKey = Error("GQL0002", "UnknownKey", "A key of the configuration is not known");

    /// <summary>A value of the wrong kind, or out of range.</summary>
    public static readonly ErrorDescriptor InvalidValue = Error("GQL0003", "InvalidValue", "A value of the configuration is not usable");

    /// <summary>No schema is named, or none is in the build.</summary>
    public static readonly ErrorDescriptor MissingSchema = Error("GQL0004", "MissingSchema", "There is no schema");

    /// <summary>A named schema file is not among the files of the build.</summary>
    public static readonly ErrorDescriptor SchemaNotInBuild = Error("GQL0005", "SchemaNotInBuild", "A schema file is not part of the build");

    /// <summary>A pattern that matches no file.</summary>
    public static readonly ErrorDescriptor PatternMatchesNothing =
        new("GQL0006", "PatternMatchesNothing", "A pattern matches no file", ErrorSeverity.Warning);

    /// <summary>Two clients would have the same full name.</summary>
    public static readonly ErrorDescriptor DuplicateClient = Error("GQL0007", "DuplicateClient", "Two clients have the same name");

    /// <summary>Several schemas, and no configuration to say which.</summary>
    public static readonly ErrorDescriptor SeveralSchemas = Error("GQL0008", "SeveralSchemas", "It is not clear which file is the schema");

    /// <summary>The schema is an address; a build reads files only.</summary>
    public static readonly ErrorDescriptor RemoteSchema = Error("GQL0009", "RemoteSchema", "The schema is not a file");

    /// <summary>A key stands twice in an object.</summary>
    public static readonly ErrorDescriptor DuplicateKey = Error("GQL0010", "DuplicateKey", "A key stands twice");

    /// <summary>More than one configuration file is in the build.</summary>
    public static readonly ErrorDescriptor SeveralConfigurations =
        Error("GQL0011", "SeveralConfigurations", "There is more than one configuration file");

    /// <summary>A configuration of GraphQL Config in another format than JSON.</summary>
    public static readonly ErrorDescriptor OtherFormat =
        new("GQL0014", "OtherFormat", "The configuration is not in .graphqlrc.json", ErrorSeverity.Warning);

    /// <summary>A .NET type for what is no scalar of the schema.</summary>
    public static readonly ErrorDescriptor UnknownScalar =
        new("GQL0015", "UnknownScalar", "A configured scalar is not in the schema", ErrorSeverity.Warning);

    /// <summary>A C# project asks for a project that the configuration does not have.</summary>
    public static readonly ErrorDescriptor UnknownProject = Error("GQL0021", "UnknownProject", "The configuration has no project of that name");

    /// <summary>A configuration of Strawberry Shake that says nothing to Lathe.</summary>
    public static readonly ErrorDescriptor StrawberryShake = new(
        "GQL2017", "StrawberryShakeConfiguration", "The configuration is of Strawberry Shake alone", ErrorSeverity.Warning);

    private static ErrorDescriptor Error(string id, string rule, string title) => new(id, rule, title, ErrorSeverity.Error);
}

namespace Lathe.Tool.Download;

/// <summary>What a server's introspection tells beyond what all servers do.</summary>
[Flags]
internal enum IntrospectionFeatures
{
    None = 0,
    SchemaDescription = 1,
    SpecifiedByUrl = 2,
    IsOneOf = 4,
    IsRepeatable = 8,
    InputDeprecation = 16,
    DirectiveDeprecation = 32,
    All = SchemaDescription | SpecifiedByUrl | IsOneOf | IsRepeatable | InputDeprecation | DirectiveDeprecation,
}

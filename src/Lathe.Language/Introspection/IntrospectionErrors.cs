using Lathe.Language.Errors;

namespace Lathe.Language.Introspection;

/// <summary>The kind of error that a malformed introspection result gives.</summary>
internal static class IntrospectionErrors
{
    internal static readonly ErrorDescriptor Malformed =
        new("GQL1140", "Introspection", "Malformed introspection result", ErrorSeverity.Error);
}

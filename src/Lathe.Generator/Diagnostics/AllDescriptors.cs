using System.Collections.Immutable;
using System.Reflection;
using Lathe.Language.Errors;
using Microsoft.CodeAnalysis;

namespace Lathe.Generator.Diagnostics;

/// <summary>The descriptors of all that the front end and the pipeline can report: each is a static field of its rule.</summary>
internal static class AllDescriptors
{
    private const BindingFlags Statics = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Lazy<ImmutableArray<DiagnosticDescriptor>> s_found = new(Find);

    public static ImmutableArray<DiagnosticDescriptor> Value => s_found.Value;

    private static ImmutableArray<DiagnosticDescriptor> Find() =>
        new[] { typeof(ErrorDescriptor).Assembly, typeof(AllDescriptors).Assembly }.SelectMany(assembly => assembly.GetTypes())
            .Where(type => !type.ContainsGenericParameters).SelectMany(type => type.GetFields(Statics))
            .Where(field => field.FieldType == typeof(ErrorDescriptor)).Select(field => (ErrorDescriptor)field.GetValue(null)!)
            .GroupBy(error => error.Id, StringComparer.Ordinal).OrderBy(errors => errors.Key, StringComparer.Ordinal)
            .Select(errors => DescriptorTable.Describe(errors.First())).ToImmutableArray();
}

using System.Collections.Immutable;
using Lathe.Generator.Diagnostics;
using Lathe.Language.Collections;

namespace Lathe.Generator.Pipeline;

/// <summary>The faults of the schemas: of their index, and of the types that the units looked up, hence after all units.</summary>
internal static class SchemaErrors
{
    public static EquatableList<ErrorReport> Of((ProjectIndex Index, ImmutableArray<UnitResult> Results) given, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var errors = given.Index.Clients.SelectMany(client => client.Schema.Errors).Where(error => !Suppressions.Cover(error));
        return ErrorReport.Of(errors);
    }
}

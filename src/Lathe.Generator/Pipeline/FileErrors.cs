using Lathe.Generator.Diagnostics;
using Lathe.Language.Collections;
using Lathe.Language.Validation;

namespace Lathe.Generator.Pipeline;

/// <summary>What is wrong with a document by itself: its syntax, operations without a name, unusable suppressions.</summary>
internal static class FileErrors
{
    public static EquatableList<ErrorReport> Of(SourceFile file, FileDefinitions definitions)
    {
        // Nothing more is reported about a file that could not be read.
        if (file.Fault is not null)
            return EquatableList.Empty<ErrorReport>();
        var errors = DocumentErrors.Of(definitions.Document);
        return errors.Count == 0 ? EquatableList.Empty<ErrorReport>() : ErrorReport.Of(errors);
    }
}

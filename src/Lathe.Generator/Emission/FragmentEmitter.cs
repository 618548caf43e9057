using Lathe.Generator.Model;

namespace Lathe.Generator.Emission;

/// <summary>Writes the file of a fragment: its interface and record, and a static class with all that is nested, if anything is.</summary>
internal static class FragmentEmitter
{
    public static GeneratedFile Emit(FragmentModel fragment) => SourceFile.Create(fragment.Client, fragment.FileName, writer =>
    {
        var accessibility = fragment.Client.Accessibility();
        writer.Summary(fragment.Description ?? $"What the fragment {fragment.Name} selects of {fragment.Root.GraphQLType}.")
            .Line(SourceFile.GeneratedCode);
        InterfaceEmitter.Emit(writer, fragment.Interface, accessibility);
        writer.Line().Line(SourceFile.GeneratedCode);
        var text = DocumentEmitter.Declaration(fragment);
        ResultEmitter.Emit(writer, fragment.Client, fragment.Root, accessibility, documented: false, fragment.ClassName + ".", text);
        if (fragment is { Root: not AbstractModel, Interfaces.Count: 0, Results.Count: 0 })
            return;
        writer.Line().Line(SourceFile.GeneratedCode);
        using (writer.Open($"{accessibility} static partial class {fragment.ClassName}"))
            EmitNested(writer, fragment);
    });

    private static void EmitNested(CodeWriter writer, FragmentModel fragment)
    {
        foreach (var type in fragment.Interfaces)
        {
            InterfaceEmitter.Emit(writer, type, "public");
            writer.Line();
        }

        foreach (var result in fragment.Results)
        {
            ResultEmitter.Emit(writer, fragment.Client, result, "public", documented: false);
            ResultEmitter.EmitCases(writer, fragment.Client, result, documented: false);
            writer.Line();
        }

        ResultEmitter.EmitCases(writer, fragment.Client, fragment.Root, documented: false);
        ReaderEmitter.Emit(writer, [fragment.Root, .. fragment.Results]);
    }
}

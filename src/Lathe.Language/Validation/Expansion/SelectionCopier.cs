using Lathe.Language.Syntax;

namespace Lathe.Language.Validation.Expansion;

/// <summary>Copies selections with values in place of fragment variables, and spreads of copies in place of spreads with arguments.</summary>
/// <param name="variants">The copies of fragments.</param>
/// <param name="values">The values of the variables of the fragment around the selections.</param>
/// <param name="isAddition">Whether the selections are there once more for it.</param>
/// <param name="origins">Takes what each selection set is a copy of.</param>
/// <param name="work">The bound of the work.</param>
internal sealed class SelectionCopier(
    FragmentVariants variants,
    IReadOnlyDictionary<string, BoundValue> values,
    bool isAddition,
    Dictionary<SelectionSetSyntax, SelectionSetSyntax> origins,
    ExpansionWork work)
{
    private readonly ValueBinder _binder = new(values, work);

    public SelectionSetSyntax Copy(SelectionSetSyntax set)
    {
        if (isAddition)
            work.Add(1 + set.Selections.Count, set);
        var selections = new List<SelectionSyntax>(set.Selections.Count);
        foreach (var selection in set.Selections)
        {
            if (work.Problem is null)
                selections.Add(Copy(selection));
        }

        var copy = Copies.At(set, new SelectionSetSyntax { Selections = selections });
        origins.Add(copy, set);
        return copy;
    }

    public DirectiveSyntax[] Copy(IReadOnlyList<DirectiveSyntax> directives)
    {
        var copies = new DirectiveSyntax[directives.Count];
        for (var i = 0; i < copies.Length; i++)
            copies[i] = Copies.At(
                directives[i], new DirectiveSyntax { Name = directives[i].Name, Arguments = _binder.Replace(directives[i].Arguments) });
        return copies;
    }

    private SelectionSyntax Copy(SelectionSyntax selection) => selection switch
    {
        FieldSyntax field => Copies.At(field, new FieldSyntax
        {
            Alias = field.Alias,
            Name = field.Name,
            Arguments = _binder.Replace(field.Arguments),
            Directives = Copy(field.Directives),
            SelectionSet = field.SelectionSet is { } set ? Copy(set) : null,
        }),
        InlineFragmentSyntax inline => Copies.At(inline, new InlineFragmentSyntax
        {
            TypeCondition = inline.TypeCondition,
            Directives = Copy(inline.Directives),
            SelectionSet = Copy(inline.SelectionSet),
        }),
        _ => Copy((FragmentSpreadSyntax)selection),
    };

    private FragmentSpreadSyntax Copy(FragmentSpreadSyntax spread)
    {
        var name = variants.NameOf(spread, _binder);
        return Copies.At(spread, new FragmentSpreadSyntax
        {
            Name = name == spread.Name.Value ? spread.Name : Copies.At(spread.Name, new NameSyntax { Value = name }),
            Directives = Copy(spread.Directives),
        });
    }
}

namespace Lathe.Generator.Binding;

/// <summary>Counts the work of binding one definition and ends it: by cancellation, or where it is more than any sensible definition needs.</summary>
internal sealed class BindingWork(CancellationToken cancellationToken)
{
    /// <summary>How many steps a definition may take; the largest operations known take some thousands.</summary>
    public const int MostSteps = 1_000_000;

    /// <summary>How deep a result may nest.</summary>
    public const int MostLevels = 400;

    /// <summary>Gets what cancels the work.</summary>
    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>Gets how many fields were merged, compared or made.</summary>
    public int Steps { get; private set; }

    /// <summary>Gets how many shapes were made.</summary>
    public int Shapes { get; private set; }

    /// <summary>Counts a step.</summary>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    /// <exception cref="TooComplexException">There were too many.</exception>
    public void Step()
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (++Steps > MostSteps)
            throw new TooComplexException($"its fields, merged with those of the fragments that it reaches, take more than {MostSteps:N0} steps");
    }

    /// <summary>Counts a shape at a level of the result.</summary>
    /// <exception cref="TooComplexException">It nests too deep.</exception>
    public void Shape(int level)
    {
        Step();
        Shapes++;
        if (level > MostLevels)
            throw new TooComplexException($"its result nests more than {MostLevels} levels deep");
    }
}

/// <summary>Says why a definition is too complex to bind.</summary>
internal sealed class TooComplexException(string reason) : Exception(reason);

namespace Lathe.Tests.Support;

/// <summary>Tests that measure the process run alone: other tests' listeners would be measured too.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class RunsAlone
{
    public const string Name = "Alone";
}

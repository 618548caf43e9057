using Books;
using Microsoft.Extensions.Configuration;

namespace Lathe.Hosts.Tests;

/// <summary>Generated enums in the options of an application.</summary>
public sealed class ConfigurationBindingTests
{
    [Fact]
    public void EnumsAreBoundAloneInListsAndAsKeys()
    {
        var settings = Read(("Genre", "history"), ("Genres:0", "FANTASY"), ("Genres:1", "SCIENCE_FICTION"), ("Limits:HISTORY", "7"));
        Assert.Equal(Genre.History, settings.Genre);
        Assert.Null(settings.Other);
        Assert.Equal([Genre.Fantasy, Genre.ScienceFiction], settings.Genres);
        Assert.Equal(7, settings.Limits["HISTORY"]);
    }

    [Fact]
    public void WhatTheSchemaDoesNotKnowIsAnErrorThatSaysWhereTheValuesAre()
    {
        var fault = Assert.Throws<InvalidOperationException>(() => Read(("Other", "POETRY")));
        Assert.Contains("'Other'", fault.Message, StringComparison.Ordinal);
        Assert.Contains(
            "'POETRY' is not a value of the enum Genre. Its values are in Genre.KnownValues.",
            fault.InnerException!.ToString(),
            StringComparison.Ordinal);
    }

    private static Settings Read(params (string Key, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.ToDictionary(pair => pair.Key, pair => (string?)pair.Value)).Build().Get<Settings>()!;

    private sealed class Settings
    {
        public Genre Genre { get; set; }

        public Genre? Other { get; set; }

        public List<Genre> Genres { get; } = [];

        public Dictionary<string, int> Limits { get; } = [];
    }
}

using Books;

namespace Lathe.Hosts.Tests;

/// <summary>Results as a server gives them, one value of each kind.</summary>
internal static class Shelf
{
    public static BooksQuery.Data Books => new()
    {
        Books =
        [
            new() { Id = "1", Title = "SPQR", Genre = Genre.History, Mood = null, Price = 12.50m, PublishedOn = new DateOnly(2015, 10, 20) },
            new()
            {
                Id = "2",
                Title = "Ursula's \"Ø\"",
                Genre = new Genre("NEW_ON_THE_SERVER"),
                Mood = Genre.ScienceFiction,
                Price = null,
                PublishedOn = null,
            },
        ],
    };

    public static HitsQuery.Data Hits => new()
    {
        Hits =
        [
            new HitsQuery.Book { Title = "SPQR", Genre = Genre.History }, new HitsQuery.Disc { Title = "Kind of Blue", Minutes = 46 },
            new HitsQuery.OtherHit(),
        ],
    };
}

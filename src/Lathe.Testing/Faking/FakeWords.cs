using Bogus;

namespace Lathe.Testing.Faking;

/// <summary>Words of Bogus, drawn once with a fixed seed: to draw for each value would take longer than all the rest.</summary>
internal static class FakeWords
{
    private const int Size = 256;
    private const int Seed = 20_261;

    private static readonly Faker s_faker = new("en") { Random = new Randomizer(Seed) };

    // Initializers run in the order of the text, so that each list is the same in every process.
    public static string[] FirstNames { get; } = Draw(static one => one.Name.FirstName());

    public static string[] LastNames { get; } = Draw(static one => one.Name.LastName());

    public static string[] Companies { get; } = Draw(static one => one.Company.CompanyName());

    public static string[] JobTitles { get; } = Draw(static one => one.Name.JobTitle());

    public static string[] Cities { get; } = Draw(static one => one.Address.City());

    public static string[] Streets { get; } = Draw(static one => one.Address.StreetAddress());

    public static string[] States { get; } = Draw(static one => one.Address.State());

    public static string[] Countries { get; } = Draw(static one => one.Address.Country());

    public static string[] CountryCodes { get; } = Draw(static one => one.Address.CountryCode());

    public static string[] Currencies { get; } = Draw(static one => one.Finance.Currency().Code);

    public static string[] Products { get; } = Draw(static one => one.Commerce.ProductName());

    public static string[] Words { get; } = Draw(static one => one.Lorem.Word());

    public static string[] Titles { get; } = Draw(static one => one.Company.CatchPhrase());

    public static string[] Sentences { get; } = Draw(static one => one.Lorem.Sentence());

    public static string[] Agents { get; } = Draw(static one => one.Internet.UserAgent());

    private static string[] Draw(Func<Faker, string> draw)
    {
        var words = new string[Size];
        for (var i = 0; i < Size; i++)
            words[i] = draw(s_faker);
        return words;
    }
}

using System.Globalization;

namespace Lathe.Testing.Faking;

/// <summary>Makes plausible text of a name, such as that of a field.</summary>
internal delegate string TextMaker(ulong seed);

/// <summary>Finds what text goes with a name. Case and underscores do not count; the first rule whose ending fits is taken.</summary>
internal static class FakeText
{
    private static readonly string[] s_zones = ["Europe/Berlin", "America/New_York", "Asia/Tokyo", "UTC"];
    private static readonly (string[] Endings, TextMaker Make)[] s_rules =
    [
        (["email", "emailaddress", "mail"], static seed => Login(seed) + "@example.com"),
        (["avatarurl", "imageurl", "image", "avatar", "thumbnail", "photo"], static seed => $"https://example.com/images/{Slug(seed)}.png"),
        (["url", "uri", "href", "link", "website", "homepage"], static seed => "https://example.com/" + Slug(seed)),
        (["phone", "phonenumber", "mobile", "fax"], static seed => "+1-555-" + (1000 + seed.Below(9000)).ToString(CultureInfo.InvariantCulture)),
        (["firstname", "givenname", "forename"], static seed => seed.Of(FakeWords.FirstNames)),
        (["lastname", "familyname", "surname"], static seed => seed.Of(FakeWords.LastNames)),
        (["login", "username", "nickname", "handle"], Login),
        (["fullname", "displayname", "realname", "personname", "author", "contact"], Person),
        (["companyname", "company", "vendor", "manufacturer", "organizationname"], static seed => seed.Of(FakeWords.Companies)),
        (["productname", "product"], static seed => seed.Of(FakeWords.Products)),
        (["jobtitle", "role", "occupation"], static seed => seed.Of(FakeWords.JobTitles)),
        (["useragent"], static seed => seed.Of(FakeWords.Agents)),
        (["city", "town", "location", "place"], static seed => seed.Of(FakeWords.Cities)),
        (["countrycode"], static seed => seed.Of(FakeWords.CountryCodes)),
        (["country"], static seed => seed.Of(FakeWords.Countries)),
        (["state", "province", "region"], static seed => seed.Of(FakeWords.States)),
        (["street", "address", "address1", "addressline", "addressline1"], static seed => seed.Of(FakeWords.Streets)),
        (["zip", "zipcode", "postalcode", "postcode"], static seed => (10_000 + seed.Below(90_000)).ToString(CultureInfo.InvariantCulture)),
        (["currency", "currencycode", "isocode"], static seed => seed.Of(FakeWords.Currencies)),
        (["color", "colour", "hexcolor", "hexcolorcode"], static seed => "#" + Hex(seed, 6)),
        (["slug", "cursor", "key", "identifier", "refname"], Slug),
        (["language", "languagecode", "locale"], static _ => "en"),
        (["timezone"], static seed => seed.Of(s_zones)),
        (["version"], static seed => $"{seed.Below(9) + 1}.{(seed >> 20).Below(10)}.{(seed >> 40).Below(10)}"),
        (["uuid", "guid"], static seed => FakeValues.Guid(seed).ToString()),
        (["sha", "oid", "hash", "checksum", "gitobjectid"], static seed => Hex(seed, 40)),
        (["ipaddress", "ip", "inet"], static seed => $"192.0.2.{seed.Below(256)}"),
        (["cidr"], static _ => "192.0.2.0/24"),
        (["macaddr", "macaddress"], static seed => $"02:00:00:{Hex(seed, 2)}:{Hex(seed >> 8, 2)}:{Hex(seed >> 16, 2)}"),
        (["mimetype", "contenttype", "mediatype"], static _ => "text/plain"),
        (["filename", "path", "file"], static seed => Slug(seed) + ".txt"),
        (["domain", "hostname", "host"], static seed => seed.Of(FakeWords.Words) + ".example.com"),
        (["createdat", "updatedat", "datetime", "timestamp", "date", "time"], FakeValues.Instant),
        (["html", "bodyhtml", "descriptionhtml"], static seed => $"<p>{seed.Of(FakeWords.Sentences)}</p>"),
        (["title", "subject", "headline", "heading"], static seed => seed.Of(FakeWords.Titles)),
        (["description", "summary", "body", "bodytext", "content", "text", "message", "comment", "note", "notes", "reason", "markdown"],
            static seed => seed.Of(FakeWords.Sentences)),
    ];

    private static readonly string[] s_people =
        ["user", "person", "author", "member", "customer", "employee", "operator", "contact", "actor", "owner"];

    /// <summary>Finds the maker of text for a field.</summary>
    /// <param name="scalar">The name of the field's scalar.</param>
    /// <param name="field">The field's name.</param>
    /// <param name="type">The name of the type that has the field.</param>
    public static TextMaker For(string scalar, string field, string type)
    {
        var name = Normalise(field);
        if (Find(Normalise(scalar)) is { } byScalar && scalar is not ("String" or "Text" or "text"))
            return byScalar;
        if (name is "name" or "label")
            return NameOf(Normalise(type), type);
        return Find(name) ?? (name.EndsWith("name", StringComparison.Ordinal) ? NameOf(name, field) : Phrase);
    }

    /// <summary>Takes case and underscores out of a name.</summary>
    public static string Normalise(string name) => name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();

    /// <summary>Makes lower-case hexadecimal digits.</summary>
    public static string Hex(ulong seed, int digits)
    {
        var text = "";
        for (ulong i = 0; text.Length < digits; i++)
            text += Hash.Mix(seed, i).ToString("x16", CultureInfo.InvariantCulture);
        return text[..digits];
    }

    private static TextMaker? Find(string name)
    {
        foreach (var (endings, make) in s_rules)
        {
            if (Array.IndexOf(endings, name) >= 0)
                return make;
        }

        foreach (var (endings, make) in s_rules)
        {
            if (Array.Exists(endings, ending => ending.Length > 3 && name.EndsWith(ending, StringComparison.Ordinal)))
                return make;
        }

        return null;
    }

    private static TextMaker NameOf(string normalised, string type)
    {
        if (Array.Exists(s_people, one => normalised.Contains(one, StringComparison.Ordinal)))
            return Person;
        var word = type.Replace('_', ' ').Trim();
        var shown = word.Length == 0 ? "Name" : char.ToUpperInvariant(word[0]) + word[1..];
        return seed => $"{shown} {seed.Below(1000)}";
    }

    private static string Person(ulong seed) => $"{seed.Of(FakeWords.FirstNames)} {Hash.Mix(seed, 1).Of(FakeWords.LastNames)}";

    private static string Login(ulong seed) =>
        string.Create(CultureInfo.InvariantCulture, $"{seed.Of(FakeWords.Words)}{Hash.Mix(seed, 1).Below(1000)}");

    private static string Slug(ulong seed)
    {
        var second = Hash.Mix(seed, 1).Of(FakeWords.Words);
        return string.Create(CultureInfo.InvariantCulture, $"{seed.Of(FakeWords.Words)}-{second}-{Hash.Mix(seed, 2).Below(1000)}");
    }

    private static string Phrase(ulong seed) => $"{seed.Of(FakeWords.Words)} {Hash.Mix(seed, 1).Of(FakeWords.Words)}";
}

using System.Globalization;
using System.Net.Http.Headers;

namespace Lathe.Headers;

/// <summary>Reads <c>Retry-After</c> (RFC 9110, section 10.2.3): seconds or a date.</summary>
internal static class RetryAfter
{
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(365);

    public static TimeSpan? Read(HttpResponseMessage response, TimeProvider time) => Read(response.Headers, time);

    public static TimeSpan? Read(HttpResponseHeaders headers, TimeProvider time)
    {
        if (!headers.NonValidated.TryGetValues("Retry-After", out var values))
            return null;
        var text = values.ToString().Trim();
        if (text.Length > 0
            && char.IsAsciiDigit(text[0])
            && double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
            return TimeSpan.FromSeconds(Math.Min(seconds, s_longest.TotalSeconds));
        if (!RetryConditionHeaderValue.TryParse(text, out var value) || value.Date is not { } date)
            return null;
        var wait = date - time.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait > s_longest ? s_longest : wait;
    }
}

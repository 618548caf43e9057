using System.Globalization;
using MachineMetrics.Server.Entities;
using MachineMetrics.Server.Seed;

namespace MachineMetrics.Server.Reports;

/// <summary>A part of a span that belongs to one member of a group.</summary>
internal sealed record Piece(string? Id, string Name, Span Span);

/// <summary>Splits spans by the groups of a report.</summary>
internal static class Grouping
{
    private static readonly Dictionary<string, Func<Span, IEnumerable<Piece>>> s_groups = new(StringComparer.Ordinal)
    {
        ["machine"] = span => [new Piece(span.Machine.MachineId.ToString(), span.Machine.Name, span)],
        ["machineGroup"] = span => span.Machine.MachineGroups.Select(group => new Piece(group.MachineGroupId.ToString(), group.Name, span)),
        ["jobOperation"] = span => span.Machine.ActivitySets
            .Where(run => run.Operation is not null)
            .SelectMany(run => Cut(span, run.StartAt, run.ClosedAt, Ref(run.Operation!.OperationRef), run.Operation.Name)),
        ["operator"] = span => span.Machine.OperatorRuns
            .SelectMany(run => Cut(span, run.StartAt, run.EndAt, Ref(run.Operator.OperatorRef), run.Operator.Name)),
        ["shift"] = Shifts,
        ["hour"] = span => Calendar(span, at => at.UtcDateTime.Date.AddHours(at.Hour), at => at.AddHours(1), "yyyy-MM-ddTHH:00"),
        ["day"] = span => Calendar(span, at => at.UtcDateTime.Date, at => at.AddDays(1), "yyyy-MM-dd"),
        ["week"] = span => Calendar(span, at => at.UtcDateTime.Date.AddDays(-(((int)at.DayOfWeek + 6) % 7)), at => at.AddDays(7), "yyyy-MM-dd"),
        ["month"] = span => Calendar(span, at => new DateTime(at.Year, at.Month, 1), at => at.AddMonths(1), "yyyy-MM"),
    };

    public static bool IsKnown(string group) => s_groups.ContainsKey(group);

    public static IEnumerable<Piece> Split(string group, Span span) => s_groups[group](span);

    /// <summary>Whether any of the time lies within a shift.</summary>
    public static bool IsWithinShift(Span span) => Shifts(span).Any(piece => piece.Id is not null);

    private static IEnumerable<Piece> Shifts(Span span)
    {
        for (var day = new DateTimeOffset(span.StartAt.UtcDateTime.Date, TimeSpan.Zero); day < span.EndAt; day = day.AddDays(1))
        {
            var at = day;
            foreach (var shift in Shift.Of(day))
            {
                Piece[] pieces =
                [
                    .. Cut(span, at, shift.StartAt, null, "No Shift"),
                    .. Cut(span, shift.StartAt, shift.EndAt, Ref(shift.Number), shift.Name),
                ];
                foreach (var piece in pieces)
                    yield return piece;
                at = shift.EndAt;
            }

            foreach (var piece in Cut(span, at, day.AddDays(1), null, "No Shift"))
                yield return piece;
        }
    }

    private static IEnumerable<Piece> Calendar(
        Span span, Func<DateTimeOffset, DateTime> floor, Func<DateTimeOffset, DateTimeOffset> next, string format)
    {
        for (var at = new DateTimeOffset(floor(span.StartAt), TimeSpan.Zero); at < span.EndAt; at = next(at))
        {
            var name = at.ToString(format, CultureInfo.InvariantCulture);
            foreach (var piece in Cut(span, at, next(at), name, name))
                yield return piece;
        }
    }

    private static IEnumerable<Piece> Cut(Span span, DateTimeOffset start, DateTimeOffset? end, string? id, string name) =>
        start < (end ?? DateTimeOffset.MaxValue) && span.Within(start, end) is { } part ? [new Piece(id, name, part)] : [];

    private static string Ref(int number) => number.ToString(CultureInfo.InvariantCulture);
}

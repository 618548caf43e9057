using System.Text.Json.Nodes;
using MachineMetrics.Server.Entities;

namespace MachineMetrics.Server.Seed;

/// <summary>What machines report: metrics, their latest values, and samples.</summary>
internal static class Signals
{
    public const string Execution = "MasterExecution";
    public const string Cutting = "cutting";

    private static readonly TimeSpan s_sampled = TimeSpan.FromHours(4);

    private static readonly (string Key, string Type, string? Subtype, string Name, string? Unit, DataItemCategory Category)[] s_catalogue =
    [
        (Execution, "STATE", "EXECUTION", "Execution", null, DataItemCategory.Event),
        ("mode", "STATE", "CONTROLLER_MODE", "Controller mode", null, DataItemCategory.Event),
        ("program", "STATE", "PROGRAM", "Program", null, DataItemCategory.Event),
        ("tool", "STATE", "TOOL", "Tool", null, DataItemCategory.Event),
        ("pallet", "STATE", "PALLET", "Pallet", null, DataItemCategory.Event),
        ("door", "STATE", "DOOR", "Door", null, DataItemCategory.Event),
        ("spindleSpeed", "QUANTITY", "ROTARY_VELOCITY", "Spindle speed", "rpm", DataItemCategory.Sample),
        ("spindleLoad", "QUANTITY", "LOAD", "Spindle load", "%", DataItemCategory.Sample),
    ];

    public static void AddMetrics(Machine machine)
    {
        foreach (var (at, item) in s_catalogue.Index())
        {
            var channel = new DataItem
            {
                DataItemRef = machine.MachineRef * 100 + at,
                Machine = machine,
                Key = $"d{at + 1}",
                Category = item.Category,
                Units = item.Unit,
                Options = item.Unit is null ? null : new JsonObject { ["rate"] = 30, ["filters"] = new JsonArray("median", "clamp") },
            };
            _ = new Metric
            {
                Machine = machine,
                MetricKey = item.Key,
                Type = item.Type,
                Subtype = item.Subtype,
                Name = item.Name,
                Unit = item.Unit,
                DataItem = channel,
            };
        }
    }

    public static void AddCurrentStates(Shop shop, Machine machine, Live live, Chance chance)
    {
        var since = shop.Now.AddMinutes(-live.Minutes);
        Add(Execution, live.Execution, LabelOf(live.Execution), "What the controller executes", since);
        Add("mode", live.Execution == "ACTIVE" ? "AUTOMATIC" : "MANUAL", "Mode", null, since);
        Add("program", $"O{chance.Between(1000, 1999)}", "Program", null, since);
        Add("tool", $"T{chance.Between(1, 24):00}", "Tool", null, shop.Now.AddMinutes(-2));
        Add("pallet", machine.MachineType == "Horizontal mill" ? $"P{chance.Between(1, 2)}" : null, "Pallet", null, since);
        Add("door", live.Execution == "STOPPED" ? "OPEN" : "CLOSED", "Door", null, since);

        void Add(string key, string? value, string label, string? description, DateTimeOffset start) => _ = new CurrentState
        {
            Metric = machine.Metrics.First(metric => metric.MetricKey == key),
            StartAt = start,
            Value = value,
            Label = label,
            Description = description,
        };
    }

    /// <summary>Gets what people call a value of <see cref="Execution"/>.</summary>
    public static string LabelOf(string execution) => execution[0] + execution[1..].ToLowerInvariant();

    /// <summary>Samples speed and load of the last hours every half minute, by what the machine executed then.</summary>
    public static void AddSamples(Shop shop, Machine machine, int rpm, Chance chance)
    {
        long sequence = 0;
        foreach (var span in machine.StateIntervals.Where(span => span.MetricKey == Execution).ToList())
        {
            for (var at = Start(span.StartAt, shop.Now - s_sampled); at < (span.EndAt ?? shop.Now); at = at.AddSeconds(30))
            {
                var cuts = span.Value == "ACTIVE";
                Add("spindleSpeed", at, cuts ? rpm + chance.Between(-40, 40) * rpm / 1000m : 0);
                Add("spindleLoad", at, cuts ? chance.Between(380, 720) / 10m : span.Value == "UNAVAILABLE" ? null : 0);
            }
        }

        void Add(string key, DateTimeOffset at, decimal? value) =>
            _ = new Quantity { Machine = machine, MetricKey = key, EventTime = at, Value = value, Sequence = ++sequence };
    }

    private static DateTimeOffset Start(DateTimeOffset span, DateTimeOffset earliest) => span > earliest ? span : earliest;
}

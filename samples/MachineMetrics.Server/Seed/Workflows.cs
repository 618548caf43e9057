using System.Text.Json.Nodes;
using MachineMetrics.Server.Entities;

namespace MachineMetrics.Server.Seed;

/// <summary>Rules, and the times they fired.</summary>
internal static class Workflows
{
    public static void Add(Shop shop)
    {
        shop.Workflows.AddRange(
        [
            Rule(
                1,
                "Down for half an hour",
                true,
                new JsonObject { ["metric"] = Signals.Execution, ["is"] = new JsonArray("STOPPED", "INTERRUPTED"), ["minutes"] = 30 }),
            Rule(2, "Any alarm", true, new JsonObject { ["alarm"] = "*" }),
            Rule(3, "Spindle overload", false, new JsonObject { ["metric"] = "spindleLoad", ["above"] = 95.5 }),
        ]);
        foreach (var stop in shop.Annotations.Where(stop => (stop.EndAt ?? shop.Now) - stop.StartAt >= TimeSpan.FromMinutes(30)).ToList())
        {
            _ = new WorkflowIncident
            {
                WorkflowIncidentRef = 9_000_000_000 + stop.AnnotationRef,
                Workflow = shop.Workflows[0],
                Machine = stop.Machine,
                TriggeredAt = stop.StartAt.AddMinutes(30),
                ResolvedAt = stop.EndAt,
            };
        }
    }

    private static Workflow Rule(int number, string name, bool enabled, JsonNode trigger) =>
        new() { WorkflowRef = 500 + number, Name = name, IsEnabled = enabled, Trigger = trigger };
}

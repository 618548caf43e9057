using MachineMetrics.Server.Entities;

namespace MachineMetrics.Server.Seed;

/// <summary>What is to be made: parts with their routing, jobs and the ERP's work orders.</summary>
internal static class Orders
{
    private static readonly (string Number, string Description, decimal Value, int Seconds)[] s_parts =
    [
        ("RP-1180", "Pump housing", 212.50m, 540),
        ("RP-2204", "Bearing cap", 48.75m, 210),
        ("RP-3310", "Valve body", 131.00m, 420),
        ("RP-4075", "Drive shaft", 96.20m, 330),
        ("RP-5522", "Gear blank", 64.40m, 270),
    ];

    private static readonly string[] s_steps = ["Turn", "Mill"];

    public static void Add(Shop shop, Chance chance)
    {
        foreach (var (number, description, value, seconds) in s_parts)
            shop.Parts.Add(Part(shop.Parts.Count, number, description, value, seconds));
        shop.Jobs.AddRange(
        [
            new Job
            {
                JobRef = 8001,
                Name = "Housing spring batch",
                QuantityRequired = 400,
                DueAt = shop.Now.AddDays(9),
                Operations = [.. shop.Parts[0].Operations],
            },
            new Job
            {
                JobRef = 8002,
                Name = "Cap prototype",
                QuantityRequired = 20,
                DueAt = shop.Now.AddDays(-4),
                CompletedAt = shop.Now.AddDays(-5),
                Operations = [.. shop.Parts[1].Operations],
            },
        ]);
        for (var at = 0; at < 15; at++)
            shop.WorkOrders.Add(Order(shop, chance, at));
    }

    private static Part Part(int at, string number, string description, decimal value, int seconds)
    {
        var part = new Part { PartRef = 400 + at, PartNumber = number, Description = description, Revision = "AB"[at % 2].ToString(), Value = value };
        foreach (var (step, name) in s_steps.Index())
        {
            _ = new Operation
            {
                OperationRef = 4000 + at * 10 + step,
                Name = $"{name} {description.ToLowerInvariant()}",
                Part = part,
                SequenceNumber = (step + 1) * 10,
                ExpectedPartTime = seconds + step * 60,
                IdealPartTime = seconds + step * 60 - 30,
                ExpectedSetupTime = 2400 + step * 600,
            };
        }

        return part;
    }

    private static WorkOrder Order(Shop shop, Chance chance, int at)
    {
        var status = (WorkOrderStatus)(at % 6);
        var order = new WorkOrder
        {
            WorkOrderRef = 6000 + at,
            WorkOrderId = $"WO-{24100 + at * 7}",
            Status = status,
            Part = shop.Parts[at % shop.Parts.Count],
            QuantityRequired = chance.Between(4, 30) * 10,
            DueDate = shop.Today.AddDays(chance.Between(-3, 21)),
        };
        foreach (var operation in order.Part.Operations)
        {
            _ = new WorkOrderOperation
            {
                WorkOrderOperationRef = 60000 + at * 100 + operation.SequenceNumber!.Value,
                WorkOrder = order,
                SequenceNumber = operation.SequenceNumber.Value,
                Status = status,
                Resource = shop.Resources[operation.SequenceNumber == 10 ? 0 : 1],
                QuantityRequired = order.QuantityRequired,
                CycleTimeStandard = operation.ExpectedPartTime,
                SetupTimeStandard = operation.ExpectedSetupTime,
                DueDate = order.DueDate,
            };
        }

        return order;
    }
}

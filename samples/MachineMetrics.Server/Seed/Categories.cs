using MachineMetrics.Server.Entities;

namespace MachineMetrics.Server.Seed;

/// <summary>The trees of reasons: why machines stand, why parts are rejected.</summary>
internal static class Categories
{
    private static readonly (string Parent, bool Planned, string Color, string[] Children)[] s_downtime =
    [
        ("Planned", true, "#4477AA", ["Maintenance", "Changeover", "Meeting"]),
        ("Unplanned", false, "#CC6677", ["Tool change", "Waiting for material", "Quality hold", "Chip jam"]),
    ];

    private static readonly (string Code, string Parent, string[] Children)[] s_rejects =
    [
        ("DIM", "Dimensional", ["Bore oversize", "Length short", "Runout"]),
        ("SUR", "Surface", ["Chatter", "Scratch"]),
        ("MAT", "Material", ["Porosity"]),
    ];

    public static void Add(Shop shop)
    {
        foreach (var (parent, planned, color, children) in s_downtime)
        {
            var root = Type(shop, parent, planned, color, null);
            foreach (var child in children)
                Type(shop, $"{parent}|{child}", planned, color, root);
        }

        foreach (var (code, parent, children) in s_rejects)
        {
            var root = Reason(shop, parent, code, null);
            for (var at = 0; at < children.Length; at++)
                Reason(shop, children[at], $"{code}-{at + 1}", root);
        }
    }

    private static AnnotationType Type(Shop shop, string name, bool planned, string color, AnnotationType? parent)
    {
        var type = new AnnotationType
        {
            AnnotationTypeRef = 50 + shop.AnnotationTypes.Count,
            Name = name,
            IsPlanned = planned,
            Color = color,
            Parent = parent,
        };
        shop.AnnotationTypes.Add(type);
        return type;
    }

    private static RejectReason Reason(Shop shop, string name, string code, RejectReason? parent)
    {
        var reason = new RejectReason
        {
            RejectReasonRef = 700 + shop.RejectReasons.Count,
            Name = name,
            Code = code,
            Parent = parent,
        };
        shop.RejectReasons.Add(reason);
        return reason;
    }
}

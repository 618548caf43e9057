using Microsoft.Extensions.DependencyInjection;

namespace Lathe.DependencyInjection;

/// <summary>What registrations leave among the services for those that come after them.</summary>
internal static class Marks
{
    /// <summary>Finds the first mark of a kind that fits; null when there is none.</summary>
    public static T? Find<T>(IServiceCollection services, Predicate<T> fits)
        where T : class
    {
        foreach (var service in services)
        {
            if (!service.IsKeyedService && service.ImplementationInstance is T mark && fits(mark))
                return mark;
        }

        return null;
    }
}

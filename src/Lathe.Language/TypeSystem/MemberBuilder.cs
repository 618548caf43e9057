using Lathe.Language.Errors;
using Lathe.Language.Syntax;

namespace Lathe.Language.TypeSystem;

/// <summary>Makes the members of types from their syntax.</summary>
internal sealed class MemberBuilder
{
    private readonly bool _hasLocations;

    internal MemberBuilder(bool hasLocations) => _hasLocations = hasLocations;

    internal FieldDefinition Build(FieldDefinitionSyntax field) => new()
    {
        Name = field.Name.Value,
        Description = field.Description?.Value,
        Directives = field.Directives,
        Location = LocationOf(field.Name),
        DeprecationReason = KnownDirectives.DeprecationReason(field.Directives),
        Arguments = Build(field.Arguments, Build),
        Type = TypeReferences.From(field.Type),
    };

    internal InputValueDefinition Build(InputValueDefinitionSyntax value) => new()
    {
        Name = value.Name.Value,
        Description = value.Description?.Value,
        Directives = value.Directives,
        Location = LocationOf(value.Name),
        DeprecationReason = KnownDirectives.DeprecationReason(value.Directives),
        Type = TypeReferences.From(value.Type),
        DefaultValue = value.DefaultValue,
    };

    internal EnumValueDefinition Build(EnumValueDefinitionSyntax value) => new()
    {
        Name = value.Name.Value,
        Description = value.Description?.Value,
        Directives = value.Directives,
        Location = LocationOf(value.Name),
        DeprecationReason = KnownDirectives.DeprecationReason(value.Directives),
    };

    /// <summary>Makes a directive of its definition and, behind it, its extensions.</summary>
    internal DirectiveDefinition Build(IReadOnlyList<DirectiveDefinitionSyntax> parts)
    {
        var directive = parts[0];
        var directives = parts.Count == 1 ? directive.Directives : [.. parts.SelectMany(static part => part.Directives)];
        return new DirectiveDefinition
        {
            Name = directive.Name.Value,
            Description = directive.Description?.Value,
            Directives = directives,
            Location = LocationOf(directive.Name),
            DeprecationReason = KnownDirectives.DeprecationReason(directives),
            Arguments = Build(directive.Arguments, Build),
            IsRepeatable = directive.IsRepeatable,
            Locations = [.. directive.Locations.Select(static location => location.Value)],
            UnknownText = directive.UnknownText,
        };
    }

    internal static TMember[] Build<TSyntax, TMember>(IReadOnlyList<TSyntax> syntax, Func<TSyntax, TMember> build)
    {
        if (syntax.Count == 0)
            return [];
        var members = new TMember[syntax.Count];
        for (var i = 0; i < members.Length; i++)
            members[i] = build(syntax[i]);
        return members;
    }

    internal SourceLocation? LocationOf(NameSyntax name) =>
        _hasLocations ? new SourceLocation(name.Source, name.Span) : null;
}

using Lathe.Generator.Model;

namespace Lathe.Generator.Unused;

/// <summary>The generated types of a client by their full names, and what C# reads of each.</summary>
internal sealed class ClientFrames
{
    private readonly Dictionary<string, TypeFrame> _frames = new(StringComparer.Ordinal);

    /// <summary>Adds the types of an operation or fragment.</summary>
    public void Add(IUnitModel model)
    {
        if (model is OperationModel operation)
        {
            foreach (var result in operation.Results)
                AddResult(result, operation.Client, operation.ClassName, isTopLevel: false);
        }
        else if (model is FragmentModel fragment)
        {
            AddResult(fragment.Root, fragment.Client, fragment.ClassName, isTopLevel: true);
            foreach (var result in fragment.Results)
                AddResult(result, fragment.Client, fragment.ClassName, isTopLevel: false);
            AddInterface(fragment.Interface, fragment.Client, fragment.ClassName, isTopLevel: true);
            foreach (var one in fragment.Interfaces)
                AddInterface(one, fragment.Client, fragment.ClassName, isTopLevel: false);
        }
    }

    /// <summary>Finds a type.</summary>
    /// <returns>The type; null for one that Lathe did not generate for the client.</returns>
    public TypeFrame? Find(string name) => _frames.TryGetValue(name, out var frame) ? frame : null;

    /// <summary>Gets the type of <c>data</c> of an operation.</summary>
    public TypeFrame? DataOf(OperationModel operation) => Find(Resolve(operation.Data.ClrName, Container(operation.Client, operation.ClassName)));

    /// <summary>Gets the record and the interface of a fragment.</summary>
    public IEnumerable<TypeFrame> RootsOf(FragmentModel fragment)
    {
        var space = Container(fragment.Client, null);
        return new[] { Find(space + fragment.Root.Name), Find(space + fragment.Interface.Name) }.OfType<TypeFrame>();
    }

    /// <summary>Notes that C# names a property.</summary>
    public void Read(string type, string property) => Find(type)?.Read.Add(GeneratedTypes.Plain(property));

    /// <summary>Notes that all of a type may be read, and all below it.</summary>
    public void Escape(string type)
    {
        var pending = new Stack<TypeFrame>();
        Push(type);
        while (pending.Count > 0)
        {
            var frame = pending.Pop();
            if (frame.IsEscaped)
                continue;
            frame.IsEscaped = true;
            foreach (var field in frame.Fields.Values)
            {
                if (field.IsInherited && frame.Base is { } all && Find(all) is { } of)
                    of.Read.Add(GeneratedTypes.Plain(field.PropertyName));
                if (frame.ChildOf(field) is { } child)
                    Push(child);
            }

            foreach (var one in frame.Derived)
                Push(one);
        }

        void Push(string name)
        {
            if (Find(name) is { } frame)
                pending.Push(frame);
        }
    }

    /// <summary>Lets each base and interface know the types that are also it; to be called when all are added.</summary>
    public void Link()
    {
        foreach (var frame in _frames.Values)
        {
            foreach (var one in frame.Bases.Select(Find).OfType<TypeFrame>())
            {
                one.Derived.Add(frame.Name);
                // The interface of a case extends the interface of its base.
                if (one.IsView && frame.IsView && one.Container == frame.Container)
                    one.Cases.Add(frame);
            }
        }
    }

    private void AddResult(ResultModel result, ClientModel client, string className, bool isTopLevel)
    {
        var container = Container(client, className);
        var frame = Frame(Container(client, isTopLevel ? null : className) + result.Name, container, result.Fields);
        frame.Bases.AddRange(result.Interfaces.Select(one => Resolve(one.ClrName, container)));
        if (result is not AbstractModel all)
            return;
        foreach (var one in all.Cases.Append(all.Other))
        {
            var kind = Frame(container + one.Name, container, one.Fields, one.TypeNames);
            kind.Base = frame.Name;
            kind.Bases.Add(frame.Name);
            kind.Bases.AddRange(one.Interfaces.Select(view => Resolve(view.ClrName, container)));
            frame.Cases.Add(kind);
        }
    }

    private void AddInterface(InterfaceModel view, ClientModel client, string className, bool isTopLevel)
    {
        var container = Container(client, className);
        var frame = Frame(Container(client, isTopLevel ? null : className) + view.Name, container, view.Members);
        frame.IsView = true;
        frame.Bases.AddRange(view.Bases.Select(one => Resolve(one, container)));
    }

    private TypeFrame Frame(string name, string container, IEnumerable<FieldModel> fields, IReadOnlyList<string>? typeNames = null)
    {
        name = GeneratedTypes.Plain(name);
        var frame = new TypeFrame(name, container, typeNames ?? [], type => Resolve(type, container));
        foreach (var field in fields)
        {
            if (!field.IsHidden)
                frame.Fields[field.ResponseKey] = field;
        }

        _frames[name] = frame;
        return frame;
    }

    private static string Container(ClientModel client, string? className) =>
        "global::" + (client.Namespace.Length == 0 ? "" : client.Namespace + ".") + (className is null ? "" : className + ".");

    private static string Resolve(string name, string container) =>
        GeneratedTypes.Plain(name.StartsWith("global::", StringComparison.Ordinal) ? name : container + name);
}

namespace Lathe.Language.Collections;

/// <summary>Visits a graph depth first with a stack of its own: chains of nodes may be longer than a thread's stack is deep.</summary>
internal static class PostOrder
{
    /// <summary>Visits all nodes that a node leads to, and the node, each once and after those that it leads to.</summary>
    /// <typeparam name="T">The nodes.</typeparam>
    /// <param name="start">The node to start at.</param>
    /// <param name="next">Gets the nodes that one leads to, in their order.</param>
    /// <param name="isDone">Holds whether each node that was met is finished; such nodes are not visited again. The visit adds to it.</param>
    /// <param name="leave">Takes a node when all that it leads to is finished, apart from the nodes that lead back to it.</param>
    /// <param name="cancellationToken">Stops the visit.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static void Visit<T>(
        T start, Func<T, IEnumerable<T>> next, Dictionary<T, bool> isDone, Action<T> leave, CancellationToken cancellationToken)
        where T : notnull
    {
        if (isDone.ContainsKey(start))
            return;
        var open = new Stack<(T Node, IEnumerator<T> Next)>();
        Open(start);
        while (open.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (node, following) = open.Peek();
            if (!following.MoveNext())
            {
                open.Pop();
                isDone[node] = true;
                leave(node);
            }
            else if (!isDone.ContainsKey(following.Current))
                Open(following.Current);
        }

        void Open(T node)
        {
            isDone[node] = false;
            open.Push((node, next(node).GetEnumerator()));
        }
    }
}

using System.Text.Json;
using Lathe.Tool.Hosting;
using Lathe.Tool.Output;

namespace Lathe.Tool.Running;

/// <summary>Writes the data of answers, one after the other as the pages of an operation come.</summary>
internal abstract class AnswerWriter
{
    /// <summary>Gets the names of the formats, the first by default.</summary>
    public static string[] Formats { get; } = ["json", "csv", "ndjson"];

    /// <summary>Gets the number of rows that were written.</summary>
    public int Rows { get; private set; }

    /// <summary>Makes the writer of a format.</summary>
    /// <param name="format">The format.</param>
    /// <param name="isPaged">Whether several answers come, whose rows alone are written in every format.</param>
    /// <param name="rows">Picks the rows; asked for where rows are written only.</param>
    /// <param name="host">Where the data goes.</param>
    public static AnswerWriter Create(string format, bool isPaged, Func<ResultRows> rows, ToolHost host) => format switch
    {
        "csv" => new Csv(rows(), host),
        "ndjson" => new Lines(rows(), host),
        _ => isPaged ? new JsonList(rows(), host) : new Json(host),
    };

    /// <summary>Writes the data of an answer.</summary>
    public abstract void Write(JsonElement data);

    /// <summary>Writes what comes behind the last answer.</summary>
    public virtual void End()
    {
    }

    private sealed class Json(ToolHost host) : AnswerWriter
    {
        public override void Write(JsonElement data) => JsonFormat.Write(data.WriteTo, host.Output);
    }

    private sealed class JsonList(ResultRows rows, ToolHost host) : AnswerWriter
    {
        public override void Write(JsonElement data)
        {
            foreach (var row in rows.Read(data))
                host.Output.Write((Rows++ == 0 ? "[\n" : ",\n") + JsonFormat.ToLine(row));
        }

        public override void End() => host.Output.Write(Rows == 0 ? "[]\n" : "\n]\n");
    }

    private sealed class Lines(ResultRows rows, ToolHost host) : AnswerWriter
    {
        public override void Write(JsonElement data)
        {
            foreach (var row in rows.Read(data))
            {
                host.Output.Write(JsonFormat.ToLine(row) + "\n");
                Rows++;
            }
        }
    }

    private sealed class Csv(ResultRows rows, ToolHost host) : AnswerWriter
    {
        private readonly CsvFormat _format = new(rows, host.Output, host.IsTerminal);
        private bool _hasHead;

        public override void Write(JsonElement data)
        {
            if (!_hasHead)
                _format.WriteHead();
            _hasHead = true;
            foreach (var row in rows.Read(data))
            {
                _format.Write(row);
                Rows++;
            }
        }
    }
}

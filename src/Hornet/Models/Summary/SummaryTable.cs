using System.Text;

namespace Hornet;

/// <summary>How the texts of a column are aligned.</summary>
internal enum Justify
{
    Left,
    Center,
    Right,
}

/// <summary>A column of a summary.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Justify">How its texts are aligned.</param>
/// <param name="End">Where it ends, as a part of the table's width.</param>
internal sealed record SummaryColumn(string Title, Justify Justify, double End);

/// <summary>Draws a table of texts with lines between its cells.</summary>
internal sealed class SummaryTable
{
    private readonly IReadOnlyList<SummaryColumn> _columns;
    private readonly int[] _widths; // with a space on either side
    private readonly StringBuilder _text = new();
    private bool _hasRows;

    /// <param name="width">How wide the table is.</param>
    /// <param name="columns">Its columns.</param>
    /// <exception cref="ArgumentException">The width is too small.</exception>
    public SummaryTable(int width, IReadOnlyList<SummaryColumn> columns)
    {
        _columns = columns;
        _widths = Fit([.. Wanted(width, columns).Select(wanted => wanted + 2)], width - columns.Count - 1);
        Line('┏', '━', '┳', '┓');
        Cells([.. columns.Select(column => column.Title)], '┃');
        Line('┡', '━', '╇', '┩');
    }

    /// <summary>Adds a row: a text for each column, over as many lines as it needs.</summary>
    public void Add(IReadOnlyList<string> texts)
    {
        if (_hasRows)
        {
            Line('├', '─', '┼', '┤');
        }

        Cells(texts, '│');
        _hasRows = true;
    }

    /// <summary>The table so far.</summary>
    public override string ToString()
    {
        var length = _text.Length;
        Line('└', '─', '┴', '┘');
        var table = _text.ToString();
        _text.Length = length;
        return table;
    }

    private static IEnumerable<int> Wanted(int width, IReadOnlyList<SummaryColumn> columns)
    {
        var used = 0;
        foreach (var column in columns)
        {
            var wanted = (int)(column.End * width) - used;
            if (wanted < 4)
            {
                throw new ArgumentException(
                    $"A summary of width {width} has no room for the column '{column.Title}'. " +
                    "Expected at least 4 characters for each column: give a greater line_length, or other positions.");
            }

            used += wanted;
            yield return wanted;
        }
    }

    // What is too much is taken in equal parts, what is left over given in proportion to the widths.
    private static int[] Fit(int[] widths, int available)
    {
        var (difference, shares) = (available - widths.Sum(), available < widths.Sum() ? widths.Length : widths.Sum());
        return Array.ConvertAll(widths, width =>
        {
            var share = difference < 0
                ? -Math.Min(width, (int)Math.Round((double)-difference / shares, MidpointRounding.ToEven))
                : (int)Math.Ceiling((double)width * difference / shares);
            shares -= difference < 0 ? 1 : width;
            difference -= share;
            return width + share;
        });
    }

    private void Line(char left, char line, char cross, char right) => _text.Append(left)
        .AppendJoin(cross, _widths.Select(width => new string(line, width))).Append(right).Append('\n');

    private void Cells(IReadOnlyList<string> texts, char edge)
    {
        var cells = _columns.Select((column, i) => CellText.Lay(texts[i], _widths[i] - 2, column.Justify)).ToArray();
        for (var line = 0; line < cells.Max(cell => cell.Count); line++)
        {
            _text.Append(edge);
            for (var i = 0; i < cells.Length; i++)
            {
                var text = line < cells[i].Count ? cells[i][line] : new string(' ', Math.Max(_widths[i] - 2, 0));
                _text.Append(' ').Append(text).Append(' ').Append(edge);
            }

            _text.Append('\n');
        }
    }
}

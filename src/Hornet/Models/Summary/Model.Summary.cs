namespace Hornet;

/// <content>The table of the layers.</content>
public partial class Model
{
    /// <summary>Prints the layers, the shapes of their outputs and the numbers of their weights, as a table.</summary>
    /// <param name="lineLength">The width of the table; as wide as it needs and the console allows where null.</param>
    /// <param name="positions">Where each column ends, as a part of the width.</param>
    /// <param name="printFn">What is called once, with the whole text; writes to the console where null.</param>
    /// <param name="expandNested">Whether the layers of inner models are listed.</param>
    /// <param name="showTrainable">Whether a column says what training changes.</param>
    /// <param name="layerRange">The names, or patterns of the names, of the first and the last layer to list.</param>
    /// <exception cref="ArgumentException">The width is too small, or no layer has a name of the range.</exception>
    /// <example><code>model.Summary(expandNested: true);</code></example>
    public void Summary(
        int? lineLength = null,
        IReadOnlyList<double>? positions = null,
        Action<string>? printFn = null,
        bool expandNested = false,
        bool showTrainable = false,
        (string First, string Last)? layerRange = null)
    {
        var text = new ModelSummary(this, expandNested, showTrainable).Text(lineLength, positions, layerRange);
        (printFn ?? Console.Out.Write)(text);
    }
}

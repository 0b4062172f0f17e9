using Hornet.Serialization;

namespace Hornet.Optimizers;

/// <summary>Adam without momentum, which keeps of the squares of a matrix only the means of rows and columns.</summary>
/// <example><code>var optimizer = new Adafactor(learningRate: 0.01);</code></example>
[KerasExport("keras.optimizers")]
public sealed partial class Adafactor : Optimizer
{
    private readonly List<Variable> _rows = [];
    private readonly List<Variable> _columns = [];
    private readonly List<Variable> _velocities = [];

    /// <summary>Makes the optimizer; its variables come with the first step.</summary>
    /// <param name="learningRate">How large the steps are: a number, or a schedule; 0.001 where null.</param>
    /// <param name="beta2Decay">How fast the means come to change slowly: the exponent of the step.</param>
    /// <param name="epsilon1">Added to the squares of the gradients.</param>
    /// <param name="epsilon2">The least size of a variable that steps are in proportion to.</param>
    /// <param name="clipThreshold">The largest root mean square of a step before the rate.</param>
    /// <param name="relativeStep">Whether the rate is at most one over the root of the step.</param>
    /// <param name="weightDecay">How much smaller the variables get with each step, times the learning rate.</param>
    /// <param name="clipnorm">The largest norm that the gradient of one variable may have.</param>
    /// <param name="clipvalue">The largest absolute value that an element of a gradient may have.</param>
    /// <param name="globalClipnorm">The largest norm that all gradients together may have.</param>
    /// <param name="useEma">Whether to keep a moving average of the variables.</param>
    /// <param name="emaMomentum">How much of the average stays with each step.</param>
    /// <param name="emaOverwriteFrequency">After how many steps the variables are set to their average.</param>
    /// <param name="lossScaleFactor">What the loss is multiplied by.</param>
    /// <param name="gradientAccumulationSteps">Over how many steps gradients are averaged before an update.</param>
    /// <param name="name">The name; made up where null.</param>
    /// <exception cref="ArgumentException">An argument is out of its range, or more than one clips.</exception>
    public Adafactor(
        LearningRate? learningRate = null,
        double beta2Decay = -0.8,
        double epsilon1 = 1e-30,
        double epsilon2 = 1e-3,
        double clipThreshold = 1.0,
        bool relativeStep = true,
        double? weightDecay = null,
        double? clipnorm = null,
        double? clipvalue = null,
        double? globalClipnorm = null,
        bool useEma = false,
        double emaMomentum = 0.99,
        int? emaOverwriteFrequency = null,
        double? lossScaleFactor = null,
        int? gradientAccumulationSteps = null,
        string? name = null)
        : base(
            learningRate ?? 0.001, weightDecay, clipnorm, clipvalue, globalClipnorm, useEma, emaMomentum,
            emaOverwriteFrequency, lossScaleFactor, gradientAccumulationSteps, name)
    {
        Beta2Decay = beta2Decay;
        Epsilon1 = epsilon1;
        Epsilon2 = epsilon2;
        ClipThreshold = clipThreshold;
        RelativeStep = relativeStep;
    }

    /// <summary>How fast the means come to change slowly: the exponent of the step.</summary>
    public double Beta2Decay { get; }

    /// <summary>Added to the squares of the gradients.</summary>
    public double Epsilon1 { get; }

    /// <summary>The least size of a variable that steps are in proportion to.</summary>
    public double Epsilon2 { get; }

    /// <summary>The largest root mean square of a step before the rate.</summary>
    public double ClipThreshold { get; }

    /// <summary>Whether the rate is at most one over the root of the step.</summary>
    public bool RelativeStep { get; }

    /// <inheritdoc/>
    protected override void AddVariables(IReadOnlyList<Variable> variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        foreach (var variable in variables)
        {
            var isMatrix = variable.Shape.Rank >= 2;
            _rows.Add(isMatrix ? AddMean(variable, without: 1) : AddPlaceholder(variable));
            _columns.Add(isMatrix ? AddMean(variable, without: 2) : AddPlaceholder(variable));
            _velocities.Add(AddVariableFromReference(variable, "velocity"));
        }
    }

    // s = g² + ε₁,  v ← β s̄ + ...: of a matrix the product of its rows' and columns' means, r cᵀ / mean(r)
    // u = g / √v,  w ← w − max(ε₂, rms(w)) · min(rate, 1 / √t) · u / max(1, rms(u) / threshold)
    /// <inheritdoc/>
    protected override void UpdateStep(Tensor gradient, Variable variable, Tensor learningRate)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var dtype = variable.DType;
        var g = Ops.Cast(gradient, dtype);
        var rate = Ops.Cast(learningRate, dtype);
        var index = IndexOf(variable);
        var t = Ops.Cast(Iterations + 1, dtype);
        var largest = 1 / Ops.Sqrt(t);
        rate = Ops.Minimum(rate, largest);
        var v = _velocities[index];
        var squares = Ops.Square(g) + Epsilon1;
        var beta = 1 - Ops.Power(t, Beta2Decay);
        v.Assign(variable.Shape.Rank >= 2
            ? Factored(squares, beta, _rows[index], _columns[index])
            : beta * v + (1 - beta) * squares);
        var update = g / Ops.Sqrt(v);
        var scale = Ops.Maximum(Epsilon2, RootMeanSquare(variable)) * rate
            / Ops.Maximum(1.0, RootMeanSquare(update) / ClipThreshold);
        variable.AssignSub(update * scale);
    }

    private static Tensor Factored(Tensor squares, Tensor beta, Variable rows, Variable columns)
    {
        rows.Assign(beta * rows + (1 - beta) * Ops.Mean(squares, axis: -1));
        columns.Assign(beta * columns + (1 - beta) * Ops.Mean(squares, axis: -2));
        return Ops.ExpandDims(rows / Ops.Mean(rows, axis: -1, keepdims: true), -1) * Ops.ExpandDims(columns, -2);
    }

    private static Tensor RootMeanSquare(Tensor x) => Ops.Sqrt(Ops.Mean(Ops.Square(x)));

    // The shape without one of its last two axes.
    private Variable AddMean(Variable variable, int without) => AddVariable(
        [.. variable.Shape.Where((_, axis) => axis != variable.Shape.Rank - without)],
        dtype: variable.DType,
        name: variable.Name);

    // Keras has one in its files for each mean that a vector does not need.
    private Variable AddPlaceholder(Variable variable) =>
        Own(new Variable(0, DType.Int32, trainable: false, name: variable.Name));
}

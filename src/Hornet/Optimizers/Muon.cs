using System.Text.RegularExpressions;
using Hornet.Serialization;

namespace Hornet.Optimizers;

/// <summary>Steps of matrices along orthogonalized momentum, of all else Adam's.</summary>
/// <example><code>var optimizer = new Muon(learningRate: 1e-3);</code></example>
[KerasExport("keras.optimizers")]
public sealed partial class Muon : Optimizer
{
    private Variable[] _momentums = [];
    private Variable?[] _velocities = [];
    private AdamStep? _adam;
    private readonly Regex? _excluded;

    /// <summary>Makes the optimizer; its variables come with the first step.</summary>
    /// <param name="learningRate">How large the steps are: a number, or a schedule; 0.001 where null.</param>
    /// <param name="adamBeta1">How much of the mean of the gradients stays with each of Adam's steps.</param>
    /// <param name="adamBeta2">How much of the mean of their squares stays with each of Adam's steps.</param>
    /// <param name="adamWeightDecay">The weight decay of what Adam changes.</param>
    /// <param name="epsilon">Keeps Adam's division finite.</param>
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
    /// <param name="excludeLayers">Regular expressions: Adam changes what has one of them in its path.</param>
    /// <param name="excludeEmbeddings">Whether Adam changes embeddings.</param>
    /// <param name="muonA">The first coefficient of the iteration.</param>
    /// <param name="muonB">The second coefficient of the iteration.</param>
    /// <param name="muonC">The third coefficient of the iteration.</param>
    /// <param name="adamLrRatio">What Adam's learning rate is multiplied by.</param>
    /// <param name="momentum">How much of the sum of the gradients stays with each step.</param>
    /// <param name="nsSteps">The number of iterations that orthogonalize.</param>
    /// <param name="nesterov">Whether the momentum counts once more, as Nesterov's does.</param>
    /// <param name="rmsRate">
    /// The root mean square of a step before the rate; as the iteration gives it where null.
    /// </param>
    /// <exception cref="ArgumentException">An argument is out of its range, or more than one clips.</exception>
    public Muon(
        LearningRate? learningRate = null,
        double adamBeta1 = 0.9,
        double adamBeta2 = 0.999,
        double? adamWeightDecay = 0.004,
        double epsilon = 1e-7,
        double? weightDecay = 0.004,
        double? clipnorm = null,
        double? clipvalue = null,
        double? globalClipnorm = null,
        bool useEma = false,
        double emaMomentum = 0.99,
        int? emaOverwriteFrequency = null,
        double? lossScaleFactor = null,
        int? gradientAccumulationSteps = null,
        string? name = null,
        IReadOnlyList<string>? excludeLayers = null,
        bool excludeEmbeddings = true,
        double muonA = 3.4445,
        double muonB = -4.7750,
        double muonC = 2.0315,
        double adamLrRatio = 1,
        double momentum = 0.95,
        int nsSteps = 5,
        bool nesterov = true,
        double? rmsRate = 0.2)
        : base(
            learningRate ?? 0.001, weightDecay, clipnorm, clipvalue, globalClipnorm, useEma, emaMomentum,
            emaOverwriteFrequency, lossScaleFactor, gradientAccumulationSteps, name)
    {
        (AdamBeta1, AdamBeta2, AdamWeightDecay, Epsilon) = (adamBeta1, adamBeta2, adamWeightDecay, epsilon);
        (ExcludeLayers, ExcludeEmbeddings, AdamLrRatio) = (excludeLayers ?? [], excludeEmbeddings, adamLrRatio);
        (MuonA, MuonB, MuonC, NsSteps) = (muonA, muonB, muonC, nsSteps);
        (Momentum, Nesterov, RmsRate) = (momentum, nesterov, rmsRate);
        // Files may name the expressions: one that takes very long is an error.
        _excluded = ExcludeLayers.Count == 0 ? null : new Regex(
            string.Join('|', ExcludeLayers.Select(pattern => $"(?:{pattern})")), RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1));
    }

    /// <summary>How much of the mean of the gradients stays with each of Adam's steps.</summary>
    public double AdamBeta1 { get; }

    /// <summary>How much of the mean of their squares stays with each of Adam's steps.</summary>
    public double AdamBeta2 { get; }

    /// <summary>The weight decay of what Adam changes.</summary>
    public double? AdamWeightDecay { get; }

    /// <summary>Keeps Adam's division finite.</summary>
    public double Epsilon { get; }

    /// <summary>Regular expressions: Adam changes what has one of them in its path.</summary>
    public IReadOnlyList<string> ExcludeLayers { get; }

    /// <summary>Whether Adam changes embeddings.</summary>
    public bool ExcludeEmbeddings { get; }

    /// <summary>The first coefficient of the iteration.</summary>
    public double MuonA { get; }

    /// <summary>The second coefficient of the iteration.</summary>
    public double MuonB { get; }

    /// <summary>The third coefficient of the iteration.</summary>
    public double MuonC { get; }

    /// <summary>What Adam's learning rate is multiplied by.</summary>
    public double AdamLrRatio { get; }

    /// <summary>How much of the sum of the gradients stays with each step.</summary>
    public double Momentum { get; }

    /// <summary>The number of iterations that orthogonalize.</summary>
    public int NsSteps { get; }

    /// <summary>Whether the momentum counts once more, as Nesterov's does.</summary>
    public bool Nesterov { get; }

    /// <summary>The root mean square of a step before the rate; as the iteration gives it where null.</summary>
    public double? RmsRate { get; }

    /// <inheritdoc/>
    protected override void AddVariables(IReadOnlyList<Variable> variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        _momentums = new Variable[variables.Count];
        _velocities = new Variable?[variables.Count];
        for (var i = 0; i < variables.Count; i++)
        {
            _momentums[i] = AddVariableFromReference(variables[i], "momentum");
            _velocities[i] = IsAdams(variables[i]) ? AddVariableFromReference(variables[i], "velocity") : null;
        }

        _adam = new AdamStep(AdamBeta1, AdamBeta2, Epsilon, _momentums, _velocities!, []);
    }

    /// <inheritdoc/>
    protected override void UpdateStep(Tensor gradient, Variable variable, Tensor learningRate)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var index = IndexOf(variable);
        if (_velocities[index] is null)
        {
            Step(Ops.Cast(gradient, variable.DType), variable, _momentums[index], learningRate);
        }
        else
        {
            _adam!.Run(gradient, variable, index, learningRate * AdamLrRatio, Iterations);
        }
    }

    /// <inheritdoc/>
    private protected override double? WeightDecayOf(Variable variable) =>
        IsAdams(variable) ? AdamWeightDecay : WeightDecay;

    // m ← momentum · m + g,  w ← w − rate · √max(rows, columns) · rms · orthogonal(m)
    // where Nesterov's takes g + momentum · m for m
    private void Step(Tensor g, Variable variable, Variable m, Tensor learningRate)
    {
        m.AssignAdd(g + m.Value * (Momentum - 1));
        var update = Orthogonal(Nesterov ? g + m.Value * Momentum : m);
        var scale = RmsRate is { } rms
            ? Math.Sqrt(Math.Max(variable.Shape[0]!.Value, variable.Shape[1]!.Value)) * rms
            : 1;
        variable.AssignSub(update * (Ops.Cast(learningRate, variable.DType) * scale));
    }

    // The Newton-Schulz iteration: A = x xᵀ,  x ← a x + (b A + c A A) x, which brings all singular values near 1
    private Tensor Orthogonal(Tensor x)
    {
        var isTall = x.Shape[0] > x.Shape[1];
        x = isTall ? Ops.Transpose(x) : x;
        x /= Ops.Sqrt(Ops.Sum(Ops.Square(x))) + 1e-7;
        for (var i = 0; i < NsSteps; i++)
        {
            var square = Ops.Matmul(x, Ops.Transpose(x));
            x = x * MuonA + Ops.Matmul(square * MuonB + Ops.Matmul(square * MuonC, square), x);
        }

        return isTall ? Ops.Transpose(x) : x;
    }

    private bool IsAdams(Variable variable) => variable.Shape.Rank != 2
        || (ExcludeEmbeddings && variable.Path.Contains("embedding", StringComparison.OrdinalIgnoreCase))
        || _excluded?.IsMatch(variable.Path) == true;
}

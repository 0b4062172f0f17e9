using Hornet.Optimizers;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Makes steps with optimizers.</summary>
internal sealed class OptimizersInterpreter() : ObjectsInterpreter<Optimizer>("optimizer")
{
    public override string Category => "optimizers";

    protected override Verdict Use(CorpusCase line) => Use(line, static step => step);

    /// <summary>Makes the steps of a case.</summary>
    /// <param name="line">The case.</param>
    /// <param name="prepare">Makes of a step, a function of the gradients, one that does the same.</param>
    internal Verdict Use(CorpusCase line, Func<Func<Tensor[], Tensor[]>, Func<Tensor[], Tensor[]>> prepare)
    {
        Keras.ClearSession();
        Trajectory trajectory;
        try
        {
            trajectory = new Trajectory(line, Make(line), prepare);
        }
        catch (Exception error) when (line.Error is not null && Refusals.Includes(error))
        {
            return Verdict.Passed(error.Message);
        }

        if (line.Error is { } expected)
        {
            return Verdict.Failed($"Expected a refusal, as Keras's {expected}. Received: a trajectory.");
        }

        var results = trajectory.Results;
        var difference = results.Keys
            .Select(key => CorpusCompare.Difference(
                line[key].ValueOrMap(), Actual.Of(results[key]), line.Tolerances, key))
            .FirstOrDefault(difference => difference is not null);
        return Verdict.Of(difference, Actual.Of(results["after"]));
    }

    /// <summary>Where the steps lead.</summary>
    private sealed class Trajectory
    {
        private readonly Optimizer _optimizer;
        private readonly Variable[] _variables;
        private readonly Dictionary<string, Func<Tensor[], Tensor[]>> _steps = [];
        private readonly Func<Func<Tensor[], Tensor[]>, Func<Tensor[], Tensor[]>> _prepare;

        public Trajectory(
            CorpusCase line, Optimizer optimizer, Func<Func<Tensor[], Tensor[]>, Func<Tensor[], Tensor[]>> prepare)
        {
            (_optimizer, _prepare) = (optimizer, prepare);
            var dtype = DTypes.Parse(line["dtype"].Text());
            _variables = [.. line["vars"].Items().Select(node => Variable(node, dtype))];
            Exclude(line);
            optimizer.Build(_variables);
            Results["opt_vars_initial"] = Describe(withNames: true);
            var (after, rates, losses) = (new List<object?>(), new List<object?>(), new List<object?>());
            foreach (var gradients in line["grads"].Items())
            {
                Step([.. gradients.Items().Select(gradient => gradient.Value())]);
                after.Add(Values());
                rates.Add(Ops.Cast((double)optimizer.LearningRate, DType.Float32));
                losses.Add(optimizer.ScaleLoss(1.5));
            }

            (Results["after"], Results["learning_rates"], Results["scaled_loss"]) = (after, rates, losses);
            (Results["iterations"], Results["opt_vars"]) = (optimizer.Iterations, Describe(withNames: false));
            optimizer.FinalizeVariableValues(_variables);
            Results["finalized"] = Values();
        }

        public Dictionary<string, object?> Results { get; } = [];

        private static Variable Variable(CorpusNode node, DType dtype)
        {
            var path = node["path"].Text();
            var slash = path.LastIndexOf('/');
            using var scope = new NameScope(slash < 0 ? "top" : path[..slash]);
            return new Variable(CorpusTensors.Of((CorpusArray)node["array"].Value()), dtype, name: path[(slash + 1)..]);
        }

        private void Exclude(CorpusCase line)
        {
            if (line.Has("exclude_from_weight_decay"))
            {
                var arguments = line.Map("exclude_from_weight_decay");
                _optimizer.ExcludeFromWeightDecay(
                    (arguments.Find("var_list") as CorpusSequence)?.Items
                        .Select(item => _variables[((CorpusInt)item).ToInt64()]),
                    (arguments.Find("var_names") as CorpusSequence)?.Items
                        .Select(item => ((CorpusString)item).Value).ToArray());
            }
        }

        private void Step(CorpusValue[] gradients)
        {
            var isGiven = Array.ConvertAll(gradients, gradient => gradient is CorpusArray);
            var key = string.Join(',', isGiven);
            if (!_steps.TryGetValue(key, out var step))
            {
                _steps[key] = step = _prepare(given =>
                {
                    var next = 0;
                    _optimizer.Apply([.. isGiven.Select(given1 => given1 ? given[next++] : null)], _variables);
                    return [];
                });
            }

            step([.. gradients.OfType<CorpusArray>().Select(CorpusTensors.Of)]);
        }

        private Tensor[] Values() => Array.ConvertAll(_variables, variable => variable.Value);

        private object[] Describe(bool withNames) => [.. _optimizer.Variables.Select(variable =>
        {
            var description = new Dictionary<string, object?>
            {
                ["path"] = variable.Path,
                ["array"] = variable.Value,
            };
            if (withNames)
            {
                description["name"] = variable.Name;
            }

            return description;
        })];
    }
}

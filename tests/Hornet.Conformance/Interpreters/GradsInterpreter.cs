using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Compares gradients of functions of <c>keras.ops</c> with vector-Jacobian products.</summary>
internal sealed class GradsInterpreter : Interpreter
{
    public override string Category => "grads";

    public override Verdict Run(CorpusCase line)
    {
        var call = new DifferentiatedCall(line);
        var gradients = call.Gradients();
        var received = Actual.Of(gradients);
        var difference = CorpusCompare.Difference(line.Value("grads"), received, line.Tolerances, "grads");
        if (difference is null && line.Has("second"))
        {
            received = Actual.Of(call.SecondGradients());
            difference = CorpusCompare.Difference(line.Value("second"), received, line.Tolerances, "second");
        }

        return Verdict.Of(difference, received);
    }

    /// <summary>A call with the arguments that it is differentiated by.</summary>
    private sealed class DifferentiatedCall
    {
        private readonly HornetBinder _binder = new();
        private readonly CorpusSequence _args;
        private readonly CorpusMap _kwargs;
        private readonly Function _function;
        private readonly Tensor[] _sources;
        private readonly Tensor?[] _cotangents;

        public DifferentiatedCall(CorpusCase line)
        {
            _function = Functions.Of("ops", line["op"].Text());
            _args = (CorpusSequence)line.Value("args");
            _kwargs = line.Map("kwargs");
            _sources = [.. line["wrt"].Items().Select(path => _binder.TensorOf(Argument(path.Text()))!)];
            _cotangents = [.. line["cotangents"].Items().Select(cotangent => _binder.TensorOf(cotangent.Value()))];
        }

        /// <summary>The gradients of Σ output · cotangent.</summary>
        public Tensor[] Gradients()
        {
            using var tape = new GradientTape();
            Watch(tape);
            var outputs = Leaves(_function.Call(_binder, _args.Items, _kwargs)).ToArray();
            if (outputs.Length != _cotangents.Length)
            {
                throw new CorpusMismatchException(
                    $"Expected {_cotangents.Length} outputs. Received: {Actual.Text(Actual.Of(outputs))}.");
            }

            return tape.Gradients(Total(outputs.Zip(_cotangents, (output, cotangent) =>
                cotangent is null ? null : output * cotangent)), _sources);
        }

        /// <summary>The gradients of Σ g² over all gradients g.</summary>
        public Tensor[] SecondGradients()
        {
            using var tape = new GradientTape();
            Watch(tape);
            return tape.Gradients(Total(Gradients().Select(gradient => gradient * gradient)), _sources);
        }

        // In float32 whatever the outputs are: only gradients count, and those go back in the dtype of each output.
        private static Tensor Total(IEnumerable<Tensor?> terms) => terms.OfType<Tensor>()
            .Aggregate((Tensor)0.0, (total, term) => total + Ops.Cast(Ops.Sum(term), DType.Float32));

        private static IEnumerable<Tensor> Leaves(object? result) => result switch
        {
            Tensor tensor => [tensor],
            Nested<Tensor> nested => nested.Flatten(),
            ITuple tuple =>
                Enumerable.Range(0, tuple.Length).SelectMany(i => Leaves(tuple[i])),
            IEnumerable items => items.Cast<object?>().SelectMany(Leaves),
            _ => [],
        };

        private void Watch(GradientTape tape)
        {
            foreach (var source in _sources)
            {
                tape.Watch(source);
            }
        }

        // args.0, args.0.1, kwargs.weights
        private CorpusValue Argument(string path)
        {
            var parts = path.Split('.');
            var root = parts[0] == "kwargs" ? _kwargs[parts[1]] : _args[Index(parts[1])];
            return parts.Skip(2).Aggregate(root, (value, part) => ((CorpusSequence)value)[Index(part)]);
        }

        private static int Index(string part) => int.Parse(part, CultureInfo.InvariantCulture);
    }
}

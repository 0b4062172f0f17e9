using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Einstein's summation: products of elements, added up over letters that the result has not.</summary>
    /// <param name="subscripts">
    /// A letter for each axis of each operand, and after an arrow those of the result: <c>ij,jk-&gt;ik</c>. Without an
    /// arrow the result has the letters that occur once, in the order of the alphabet. <c>...</c> stands for axes that
    /// broadcast.
    /// </param>
    /// <param name="operands">The operands, one for each group of letters.</param>
    /// <example><code>var z = Ops.Einsum("ij,kj->ik", x, y); // (2, 2)</code></example>
    public static Tensor Einsum(string subscripts, params Tensor[] operands)
    {
        ArgumentNullException.ThrowIfNull(subscripts);
        ArgumentNullException.ThrowIfNull(operands);
        return new EinsumOp(subscripts).Apply(operands);
    }

    private sealed record EinsumOp(string Subscripts) : Primitive
    {
        protected internal override Saves Saves => Saves.Inputs;

        public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs)
        {
            var equation = EinsumEquation.Parse(Subscripts, Array.ConvertAll(inputs.ToArray(), input => input.Shape));
            return [inputs[0] with { Shape = equation.Result }];
        }

        public override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
        {
            if (Products.IsDirect(inputs[0].DType))
            {
                outputs[0] = EinsumMatrices.Run(Subscripts, inputs)
                    ?? Aten.Call("aten::einsum"u8, default, Subscripts, inputs.ToArray(), Argument.None);
                return;
            }

            var operands = Products.Operands(inputs);
            var product = Aten.Call("aten::einsum"u8, default, Subscripts, operands, Argument.None);
            outputs[0] = Products.Result(product, operands, inputs[0].DType);
        }

        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved)
        {
            var shapes = Enumerable.Range(0, saved.InputCount).Select(i => saved.InputSpec(i).Shape).ToArray();
            var equation = EinsumEquation.Parse(Subscripts, shapes);
            var gradients = new Tensor?[shapes.Length];
            for (var i = 0; i < gradients.Length; i++)
            {
                gradients[i] = saved.Wants(i) ? Gradient(equation, i, g[0]!, saved) : null;
            }

            return gradients;
        }

        // As Keras has it, products of int8 add up in int32.
        protected override DType? OperandType(ReadOnlySpan<Tensor> inputs)
        {
            if (inputs.IsEmpty)
            {
                throw new ShapeException(ClassName, "at least one operand", "none");
            }

            var areInt8 = true;
            foreach (var input in inputs)
            {
                areInt8 &= input.DType == DType.Int8;
            }

            return areInt8 ? DType.Int32 : Promotion.Common(inputs);
        }

        // The cotangent and the other operands, summed to the operand's letters. A letter that it alone has is
        // repeated, one that it has twice is a diagonal.
        private static Tensor Gradient(EinsumEquation equation, int place, Tensor g, Residuals saved)
        {
            var labels = equation.Operands[place];
            Tensor[] others = [g, .. Enumerable.Range(0, saved.InputCount).Where(i => i != place).Select(saved.Input)];
            var known = equation.Output + string.Concat(equation.Operands.Where((_, i) => i != place));
            var distinct = string.Concat(labels.Distinct());
            var shared = string.Concat(distinct.Where(known.Contains));
            var result = Einsum($"{equation.Without(place)}->{shared}", others);
            foreach (var (letter, axis) in distinct.Select((letter, axis) => (letter, axis)))
            {
                result = known.Contains(letter) ? result : ExpandDims(result, axis);
            }

            var shape = equation.SizesOf(distinct);
            result = result.Shape == shape ? result : BroadcastTo(result, shape);
            return labels == distinct ? result
                : OnDiagonals(result, distinct, labels, saved.InputSpec(place).Shape);
        }

        private static Tensor OnDiagonals(Tensor x, string letters, string labels, Shape shape)
        {
            // Each further place of a letter becomes a last axis, on the diagonal with the letter's first place.
            foreach (var letter in labels.Distinct().SelectMany(letter => Enumerable.Repeat(letter, Further(letter))))
            {
                var axis = letters.IndexOf(letter, StringComparison.Ordinal);
                x = Moveaxis(x, axis, -1);
                letters = letters.Remove(axis, 1) + letter + letter;
                Shape spread = [.. x.Shape, x.Shape[^1]];
                x = new PutDiagonalOp(spread, 0, spread.Rank - 2, spread.Rank - 1).Apply(x);
            }

            return Transpose(x, Order(letters, labels));

            int Further(char letter) => labels.Count(other => other == letter) - 1;
        }

        // For each label the axis that has it, of equal ones each once.
        private static int[] Order(string letters, string labels)
        {
            var axes = new List<int>();
            foreach (var label in labels)
            {
                var places = Enumerable.Range(0, letters.Length).Where(axis => letters[axis] == label);
                axes.Add(places.First(axis => !axes.Contains(axis)));
            }

            return [.. axes];
        }
    }
}

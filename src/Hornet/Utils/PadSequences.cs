namespace Hornet;

public static partial class Keras
{
    public static partial class Utils
    {
        /// <summary>Sequences of different lengths as one tensor: the short are filled up, the long are cut.</summary>
        /// <param name="sequences">The sequences.</param>
        /// <param name="maxlen">The length of all; that of the longest where null.</param>
        /// <param name="dtype">The dtype of the result.</param>
        /// <param name="padding">"pre" or "post": where the filling goes.</param>
        /// <param name="truncating">"pre" or "post": where the long are cut.</param>
        /// <param name="value">What fills.</param>
        /// <exception cref="ArgumentException">The parts of the sequences have different shapes.</exception>
        /// <example><code>
        /// var padded = Keras.Utils.PadSequences(new[] { new[] { 1 }, new[] { 2, 3 } }); // [[0, 1], [2, 3]]
        /// </code></example>
        public static Tensor PadSequences<T>(
            IReadOnlyList<T[]> sequences,
            int? maxlen = null,
            DType dtype = DType.Int32,
            string padding = "pre",
            string truncating = "pre",
            double value = 0)
            where T : unmanaged
        {
            ArgumentNullException.ThrowIfNull(sequences);
            Tensor[] tensors = [.. sequences.Select(sequence => Tensor.From((Array)sequence))];
            return PadSequences(tensors, maxlen, dtype, padding, truncating, value);
        }

        /// <summary>Sequences of different lengths as one tensor: the short are filled up, the long are cut.</summary>
        /// <param name="sequences">The sequences, each along its first axis.</param>
        /// <param name="maxlen">The length of all; that of the longest where null.</param>
        /// <param name="dtype">The dtype of the result.</param>
        /// <param name="padding">"pre" or "post": where the filling goes.</param>
        /// <param name="truncating">"pre" or "post": where the long are cut.</param>
        /// <param name="value">What fills.</param>
        /// <exception cref="ArgumentException">The parts of the sequences have different shapes.</exception>
        public static Tensor PadSequences(
            IReadOnlyList<Tensor> sequences,
            int? maxlen = null,
            DType dtype = DType.Int32,
            string padding = "pre",
            string truncating = "pre",
            double value = 0)
        {
            ArgumentNullException.ThrowIfNull(sequences);
            if (sequences.FirstOrDefault(sequence => sequence.Rank == 0) is { } single)
            {
                throw new ArgumentException($"Expected sequences of values. Received: one value, {single}.");
            }

            var length = maxlen ?? (sequences.Count > 0 ? sequences.Max(sequence => sequence.Shape[0]!.Value)
                : throw new ArgumentException("Expected sequences, or maxlen. Received: no sequences."));
            var part = sequences.FirstOrDefault(sequence => sequence.Shape[0] > 0)?.Shape.Skip(1).ToArray() ?? [];
            var filling = Ops.Cast(Ops.Full([length, .. part], value, DType.Float64), dtype);
            var (cutsFront, fillsFront) = (IsPre(truncating, nameof(truncating)), IsPre(padding, nameof(padding)));
            var rows = sequences.Select((sequence, i) => sequence.Shape[0] == 0 ? filling
                : !sequence.Shape.Skip(1).SequenceEqual(part) ? throw Unequal(i, sequence, part)
                : Filled(Cut(Ops.Cast(sequence, dtype), length, cutsFront), filling, fillsFront)).ToArray();
            return rows.Length > 0 ? Ops.Stack(rows) : Ops.Zeros([0, length, .. part], dtype);
        }

        private static ArgumentException Unequal(int i, Tensor sequence, int?[] part) => new(
            $"Expected parts of the shape {Shape.Create(part)} as in the sequences before. " +
            $"Received: {Shape.Create([.. sequence.Shape.Skip(1)])} in sequence {i}.");

        private static Tensor Filled(Tensor kept, Tensor filling, bool isPre)
        {
            var rest = filling[TensorIndex.Slice(0, filling.Shape[0]!.Value - kept.Shape[0]!.Value)];
            return Ops.Concatenate(isPre ? [rest, kept] : [kept, rest], axis: 0);
        }

        // Cut in front, the last parts stay.
        private static Tensor Cut(Tensor sequence, int length, bool isPre)
        {
            var size = sequence.Shape[0]!.Value;
            return size <= length ? sequence
                : isPre ? sequence[TensorIndex.Slice(size - length, size)]
                : sequence[TensorIndex.Slice(0, length)];
        }

        private static bool IsPre(string where, string parameter) => where switch
        {
            "pre" => true,
            "post" => false,
            _ => throw new ArgumentException($"Expected {parameter} to be 'pre' or 'post'. Received: '{where}'."),
        };
    }
}

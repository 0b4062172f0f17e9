namespace Hornet;

public static partial class Keras
{
    public static partial class Utils
    {
        /// <summary>The inputs of the graph that a symbolic tensor was computed from, each once.</summary>
        /// <param name="tensor">The tensor; one that was not computed is its own source.</param>
        public static IReadOnlyList<KerasTensor> GetSourceInputs(KerasTensor tensor)
        {
            ArgumentNullException.ThrowIfNull(tensor);
            var (sources, seen) = (new List<KerasTensor>(), new HashSet<Node>());
            var waiting = new Stack<KerasTensor>([tensor]);
            while (waiting.TryPop(out var next))
            {
                if (next.History?.Node is not { } node)
                {
                    AddOnce(sources, next);
                }
                else if (seen.Add(node))
                {
                    foreach (var input in node.InputTensors.Reverse())
                    {
                        waiting.Push(input);
                    }

                    foreach (var output in node.IsInput ? node.OutputTensors : [])
                    {
                        AddOnce(sources, output);
                    }
                }
            }

            return sources;
        }

        private static void AddOnce(List<KerasTensor> sources, KerasTensor tensor)
        {
            if (!sources.Any(source => ReferenceEquals(source, tensor)))
            {
                sources.Add(tensor);
            }
        }
    }
}

using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Draws random numbers: the functions of <c>keras.random</c>, its generators, and the bits below.</summary>
internal sealed class RandomInterpreter : Interpreter
{
    public override string Category => "random";

    public override Verdict Run(CorpusCase line) =>
        line.Has("set_random_seed") ? new SeededSteps(line).Run()
        : line.Has("kind") ? Generator(line)
        : line["op"].Text().StartsWith("raw.", StringComparison.Ordinal) ? Judge.Compare(line, () => RawDraws.Run(line))
        : Judge.Compare(line, () => Functions.Of("random", line["op"].Text()).Call(new HornetBinder(), line));

    private static Verdict Generator(CorpusCase line) => line["kind"].Text() switch
    {
        "next" => Nexts(line),
        "draws" => Draws(line),
        var kind => throw new NotYetException($"the kind {kind} of the category random"),
    };

    private static Verdict Nexts(CorpusCase line)
    {
        SeedGenerator? seeds = null;
        var verdict = Judge.Compare(
            line,
            () =>
            {
                seeds = KerasObjects.New<SeedGenerator>(
                    nameof(SeedGenerator), new CorpusMap([KeyValuePair.Create("seed", line.Value("seed"))]));
                var ordered = line["ordered"].Flag();
                return line.Has("nexts") ? line["nexts"].Items().Select(_ => seeds.Next(ordered)).ToArray() : [];
            },
            "nexts");
        return verdict.Outcome == Outcome.Passed && line.Has("state")
            ? Judge.Compare(line, () => seeds!.State.Value, "state")
            : verdict;
    }

    private static Verdict Draws(CorpusCase line)
    {
        var seeds = new SeedGenerator(line["seed"].Integer());
        foreach (var step in line["steps"].Items())
        {
            var call = step.Find("m") ?? step;
            var received = Functions.Of("random", call["op"].Text()).Call(
                new HornetBinder { Generator = seeds },
                ((CorpusSequence)call["args"].Value()).Items,
                call["kwargs"].Map());
            if (CorpusCompare.Difference(call["out"].Value(), Actual.Of(received), line.Tolerances) is { } difference)
            {
                return Verdict.Failed(difference);
            }
        }

        return Judge.Compare(line, () => seeds.State.Value, "state");
    }
}

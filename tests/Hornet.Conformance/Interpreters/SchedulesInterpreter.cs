using Hornet.Optimizers.Schedules;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Asks schedules for the rates of steps.</summary>
internal sealed class SchedulesInterpreter() : ObjectsInterpreter<LearningRateSchedule>("schedule")
{
    public override string Category => "schedules";

    protected override Verdict Use(CorpusCase line)
    {
        var verdict = Judge.Compare(line, () => Values(line), "values");
        return verdict.Outcome == Outcome.Failed && IsOfIntegers(line)
            ? verdict with { Outcome = Outcome.Informational }
            : verdict;
    }

    // Of rates that are whole numbers Keras makes an integer rate; Hornet's are floats.
    private static bool IsOfIntegers(CorpusCase line) =>
        line.Find("values") is CorpusSequence { Items: [CorpusArray { DType: "int32" }, ..] };

    private Tensor[] Values(CorpusCase line)
    {
        var schedule = Make(line);
        return [.. ((CorpusSequence)line.Value("steps")).Items.Select(step => schedule.Apply(Step(step)))];
    }

    private static Tensor Step(CorpusValue step) => step is CorpusArray array
        ? CorpusTensors.Of(array)
        : (int)((CorpusInt)step).ToInt64();
}

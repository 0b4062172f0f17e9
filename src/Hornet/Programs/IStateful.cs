namespace Hornet.Programs;

/// <summary>What keeps state in variables that are not weights: seed generators, metrics.</summary>
internal interface IStateful
{
    IEnumerable<Variable> States { get; }
}

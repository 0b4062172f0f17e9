using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Hornet.Generators.Models;

/// <summary>An error to report. Keeps no syntax tree alive.</summary>
internal sealed record Problem(
    string Id, string Path, TextSpan Span, LinePositionSpan Lines, EquatableArray<string> Arguments)
{
    public static Problem Of(DiagnosticDescriptor rule, ISymbol symbol, params string[] arguments)
    {
        var location = symbol.Locations.FirstOrDefault(place => place.IsInSource) ?? Location.None;
        var lines = location.GetLineSpan();
        return new Problem(rule.Id, lines.Path ?? "", location.SourceSpan, lines.Span, new(arguments));
    }

    public Diagnostic ToDiagnostic() => Diagnostic.Create(
        Rules.All.First(rule => rule.Id == Id),
        Path.Length == 0 ? Location.None : Location.Create(Path, Span, Lines),
        [.. Arguments]);
}

using System.Collections.Immutable;
using System.Text;
using Hornet.Generators.Models;
using Hornet.Generators.Reading;
using Hornet.Generators.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Hornet.Generators;

/// <summary>Writes out what a class's constructor and members already say.</summary>
/// <remarks>
/// For exported and registered classes: <c>GetConfig</c>, <c>FromConfig</c> and the entry in the registry. For bases of
/// such classes: their share of <c>GetConfig</c>. For all that own something trackable: <c>Track</c>. For Hornet's ops:
/// what saved graphs call them and their parameters.
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed class KerasGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var exported = Marked(context, Contracts.KerasExport);
        var registered = Marked(context, Contracts.Register);
        var derived = context.SyntaxProvider
            .CreateSyntaxProvider(static (node, _) => CanTrack(node), ClassReader.ReadDerived)
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName("Derived");
        context.RegisterSourceOutput(exported, WriteClass);
        context.RegisterSourceOutput(registered, WriteClass);
        context.RegisterSourceOutput(derived, WriteClass);
        context.RegisterSourceOutput(
            Entries(exported),
            static (output, entries) => WriteEntries(output, "BuiltInObjects", entries, RegistryWriter.BuiltIn));
        context.RegisterSourceOutput(
            Entries(registered),
            static (output, entries) => WriteEntries(output, "RegisteredObjects", entries, RegistryWriter.Registered));
        var operations = context.SyntaxProvider
            .CreateSyntaxProvider(static (node, _) => OperationReader.IsCandidate(node), OperationReader.Read)
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName("Operations");
        context.RegisterSourceOutput(
            operations.Collect(),
            static (output, entries) => WriteEntries(output, "Operations", entries, OperationWriter.Write));
    }

    private static bool CanTrack(SyntaxNode node) =>
        node is ClassDeclarationSyntax { BaseList: not null } or RecordDeclarationSyntax { BaseList: not null };

    private static IncrementalValuesProvider<ClassModel> Marked(
        IncrementalGeneratorInitializationContext context, string attribute) => context.SyntaxProvider
        .ForAttributeWithMetadataName(
            attribute, static (node, _) => node is TypeDeclarationSyntax, ClassReader.ReadExported)
        .Where(static model => model is not null)
        .Select(static (model, _) => model!)
        .WithTrackingName(attribute);

    private static IncrementalValueProvider<ImmutableArray<EntryModel>> Entries(
        IncrementalValuesProvider<ClassModel> models) => models
        .Select(static (model, _) => model.Entry)
        .Where(static entry => entry is not null)
        .Select(static (entry, _) => entry!)
        .Collect();

    private static void WriteClass(SourceProductionContext output, ClassModel model)
    {
        foreach (var problem in model.Problems)
        {
            output.ReportDiagnostic(problem.ToDiagnostic());
        }

        if (model.GetConfig is not null || model.FromConfig is not null || model.Track is not null)
        {
            output.AddSource(model.HintName, SourceText.From(ClassWriter.Write(model), Encoding.UTF8));
        }
    }

    private static void WriteEntries<T>(
        SourceProductionContext output, string name, ImmutableArray<T> entries, Func<IEnumerable<T>, string> write)
    {
        if (!entries.IsEmpty)
        {
            output.AddSource($"Hornet.{name}.g.cs", SourceText.From(write(entries), Encoding.UTF8));
        }
    }
}

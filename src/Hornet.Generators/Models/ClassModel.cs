namespace Hornet.Generators.Models;

/// <summary>What is written for one class: text and flags only, so that equal models mean equal output.</summary>
/// <param name="HintName">The name of the generated file.</param>
/// <param name="Namespace">The class's namespace; empty for none.</param>
/// <param name="Headers">The declarations to open, outermost first: <c>partial class Outer</c>.</param>
/// <param name="GetConfig">The method that writes the configuration, if any.</param>
/// <param name="FromConfig">The method that reads it, if any.</param>
/// <param name="Track">The method that lists what is owned, if any.</param>
/// <param name="Entry">The entry in the registry, if any.</param>
/// <param name="Problems">The errors to report.</param>
internal sealed record ClassModel(
    string HintName,
    string Namespace,
    EquatableArray<string> Headers,
    GetConfigModel? GetConfig,
    FromConfigModel? FromConfig,
    TrackModel? Track,
    EntryModel? Entry,
    EquatableArray<Problem> Problems);

/// <param name="Modifiers">Of the method: <c>public override</c>.</param>
/// <param name="HasBase">Whether a base class writes first.</param>
/// <param name="Values">The keys and the expressions for their values.</param>
/// <param name="IsExtended">Whether the class adds to it in <c>ExtendConfig</c>.</param>
internal sealed record GetConfigModel(
    string Modifiers, bool HasBase, EquatableArray<NamedText> Values, bool IsExtended);

/// <param name="Type">The class.</param>
/// <param name="Arguments">The constructor's parameters and the expressions that read them.</param>
/// <param name="IsUpgraded">Whether the class brings old configurations up to date in <c>UpgradeConfig</c>.</param>
/// <param name="IsRestored">Whether the class reads more in <c>RestoreConfig</c>.</param>
internal sealed record FromConfigModel(
    string Type, EquatableArray<NamedText> Arguments, bool IsUpgraded, bool IsRestored);

/// <param name="Modifiers">Of the method: <c>protected override</c>.</param>
/// <param name="Members">The names in Keras's case and the expressions for the members.</param>
internal sealed record TrackModel(string Modifiers, EquatableArray<NamedText> Members);

/// <param name="Type">The class.</param>
/// <param name="Module">Keras's module; null for a class of an application.</param>
/// <param name="ClassName">The class name in files.</param>
/// <param name="RegisteredName"><c>package&gt;name</c>; null for Keras's classes.</param>
/// <param name="Aliases">Further short names.</param>
internal sealed record EntryModel(
    string Type, string? Module, string ClassName, string? RegisteredName, EquatableArray<string> Aliases);

/// <param name="Name">A key, parameter or member.</param>
/// <param name="Text">The C# expression that belongs to it.</param>
internal sealed record NamedText(string Name, string Text);

using Fazhang.Core.Definitions;

var problems = new List<DefinitionProblem>();
var catalogue = DefinitionLoader.Load(args[0], problems);
foreach (var p in problems)
    Console.WriteLine(p);
Console.WriteLine(catalogue is null ? "bad" : $"ok {catalogue.Registers.Count} {catalogue.Indicators.Count}");

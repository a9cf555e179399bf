using Fazhang.Core.Definitions;
using Shouldly;

namespace Fazhang.Tests.Definitions;

public sealed class ReferenceTests
{
    [Fact]
    public void TheReferenceOfRegisters_IsWhatTheDefinitionsSay() =>
        File.ReadAllText(Path.Combine(Repository.Root, "docs", "reference", "registers.md"))
            .ShouldBe(
                DefinitionReference.Write(Repository.Catalogue),
                "run ./fazhang docs docs/reference/registers.md and commit the result"
            );
}

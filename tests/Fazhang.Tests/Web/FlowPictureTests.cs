using Fazhang.Core.Definitions;
using Fazhang.Core.Records;
using Fazhang.Tests.Books;
using Fazhang.Web.Pages;
using Shouldly;

namespace Fazhang.Tests.Web;

/// <summary>The flow picture: what was passed, what is now, what can still come.</summary>
public sealed class FlowPictureTests : IDisposable
{
    private readonly TestBooks test = new();

    public void Dispose() => test.Dispose();

    private IEnumerable<(string, StepKind, DateOnly?)> Picture(Record record) =>
        FlowPicture.Of(record, test.Records.History(record)).Select(step => (step.State.Key, step.Kind, step.On));

    [Fact]
    public void AcceptedCase_ShowsItsWayAndWhatCanStillCome()
    {
        var record = test.Accept(test.Enter(on: new DateOnly(2024, 12, 16)), new DateOnly(2024, 12, 18));

        Picture(record)
            .ShouldBe([
                ("applied", StepKind.Done, new DateOnly(2024, 12, 16)),
                ("accepted", StepKind.Now, new DateOnly(2024, 12, 18)),
                ("suspended", StepKind.Ahead, null),
                ("surveying", StepKind.Ahead, null),
                ("raising", StepKind.Ahead, null),
                ("closed", StepKind.Ahead, null),
                ("served", StepKind.Ahead, null),
                ("filed", StepKind.Ahead, null),
                ("raised", StepKind.Ahead, null),
            ]);
    }

    [Fact]
    public void ImportedCase_HasItsWayReadOffItsDates()
    {
        var register = test.Register(Cases.Register);
        var values = (object?[])test.Mediate(test.Accept(test.Enter())).Values.Clone();
        values[FieldDefinition.NumberSlot] = null;
        new Importer(test.Books).Import(
            Core.Access.Actor.System("导入"),
            register,
            "flow",
            [values],
            cancellation: TestContext.Current.CancellationToken
        );
        var imported = test.Lists.Page(test.Actor("clerk"), register, new RecordQuery { Take = 1 }).Records[0];

        Picture(imported)
            .Select(step => (step.Item1, step.Item2))
            .ShouldBe([
                ("applied", StepKind.Done),
                ("accepted", StepKind.Done),
                ("closed", StepKind.Now),
                ("served", StepKind.Ahead),
                ("filed", StepKind.Ahead),
            ]);
    }
}

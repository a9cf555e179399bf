using Fazhang.Core.Reports;

namespace Fazhang.Tests.Reports;

/// <summary>Figures of an invented city that agree with each other, and the annual template read with them.</summary>
internal sealed class SampleFigures
{
    private readonly Dictionary<string, ReportFigure> figures = [];

    public SampleFigures()
    {
        Count("reconsideration.case.received", "新收案件", 1516, 1131);
        Count("reconsideration.case.accepted", "受理案件", 1204, 980);
        Count("reconsideration.case.closed", "审结案件", 944, 901);
        Count("reconsideration.case.mediated", "调解和解结案", 182, 120);
        Count("reconsideration.case.corrected", "直接纠错", 171, 160);
        Count("reconsideration.case.upheld", "维持", 402, 388);
        Count("reconsideration.case.open", "未结案件", 260, 200);
        Ratio("reconsideration.case.mediation_rate", "调解和解率", "mediated", "closed", 182m / 944, 120m / 901);
        Ratio("reconsideration.case.correction_rate", "纠错率", "corrected", "closed", 171m / 944, 160m / 901);
        Count("mediation.case.accepted", "受理纠纷", 41852, 40100);
        Count("mediation.case.closed", "调解结案", 41800, 40000);
        Count("mediation.case.succeeded", "调解成功", 41015, 39200);
        Ratio("mediation.case.success_rate", "调解成功率", "succeeded", "closed", 41015m / 41800, 39200m / 40000);
        Count("mediation.case.amount", "协议涉及金额", 412_356_700, 398_000_000, "元");
        Count("mediation.case.judicial_confirmed", "司法确认", 326, 310);
        Count("aid.case.accepted", "受理法律援助案件", 2191, 2088);
        Count("aid.case.civil", "民事案件", 1302, 1250);
        Count("aid.case.criminal", "刑事案件", 877, 830);
        Count("aid.case.administrative", "行政案件", 12, 8);
        Count("aid.case.migrant", "农民工案件", 640, 612);
        Count("aid.case.closed", "办结案件", 2040, 1980);
        Count("aid.case.wage_amount", "讨回劳动报酬", 13_420_000, 12_800_000, "元");
        Count("hotline.consultation.answered", "解答咨询", 91596, 88000, "人次");
        Count("document.normative.issued", "制定文件", 65, 71);
        Count("document.filing.reviewed", "备案审查", 65, 71);
        Count("document.cleanup_item.amended", "修改文件", 31, 12);
        Count("document.cleanup_item.repealed", "废止文件", 53, 20);
        Count("document.cleanup_item.lapsed", "宣布失效", 0, 4);
        Count("document.normative.in_force", "现行有效文件", 650, 638);
        Count("enforcement.lenient_cases", "适用清单案件", 1_813_000, 1_640_000);
        Count("enforcement.lenient_amount", "减免罚款", 230_400_000, 201_000_000, "元");
    }

    public static string Template => File.ReadAllText(Path.Combine(Repository.Definitions, "reports", "annual.md"));

    public static ReportVariables Variables { get; } =
        new()
        {
            Year = 2024,
            Place = "示范市",
            Office = "示范市司法局",
            Date = new DateOnly(2025, 1, 6),
        };

    public IReadOnlyCollection<string> Keys => figures.Keys;

    /// <summary>The figure of a key; of an indicator that the city has nothing of, one without a value. Parts of the year and units are not told apart.</summary>
    public ReportFigure? Source(FigureReference reference) =>
        figures.GetValueOrDefault(reference.Key)
        ?? (Repository.Catalogue.Find(reference.Key) is { } other ? ReportFigure.Of(other, null, null) : null);

    public ReportFigure? Source(string key) => Source(new FigureReference(key));

    public SampleFigures With(string key, decimal? value, decimal? lastYear = null)
    {
        figures[key] = figures[key] with { Value = value, LastYear = lastYear };
        return this;
    }

    /// <summary>Reads a template that is expected to be right.</summary>
    public ReportTemplate Read(string template)
    {
        var parse = ReportTemplate.Parse(template, Source, Keys);
        return parse.Ok ? parse.Template : throw new InvalidOperationException(string.Join("\n", parse.Errors));
    }

    /// <summary>Composes the annual report, or another template.</summary>
    public ReportDocument Compose(string? template = null) =>
        ReportComposer.Compose(Read(template ?? Template), Variables, Source);

    /// <summary>The text of one sentence composed with these figures.</summary>
    public string Sentence(string sentence) => Compose($"# 标题\n\n{sentence}\n").Blocks.Skip(1).SingleOrDefault()?.Text ?? "";

    private void Count(string key, string title, decimal value, decimal lastYear, string unit = "件") =>
        figures[key] = new ReportFigure
        {
            Key = key,
            Title = title,
            Unit = unit,
            Value = value,
            LastYear = lastYear,
            Decimals = 0,
        };

    private void Ratio(string key, string title, string numerator, string denominator, decimal value, decimal lastYear)
    {
        var register = key[..(key.LastIndexOf('.') + 1)];
        figures[key] = new ReportFigure
        {
            Key = key,
            Title = title,
            Unit = "%",
            Value = value * 100,
            LastYear = lastYear * 100,
            Decimals = 1,
            IsRatio = true,
            NumeratorKey = register + numerator,
            DenominatorKey = register + denominator,
        };
    }
}

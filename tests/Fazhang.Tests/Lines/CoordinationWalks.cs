namespace Fazhang.Tests.Lines;

/// <summary>The walks of 统筹督察, one a business line. Today is Friday 2024-12-20.</summary>
internal static class CoordinationWalks
{
    public const string Governance = """
        = governance.meeting
        new body=commission; title=委员会第六次会议; planned_on=2024-12-06; agenda=[{"item":"审议年度工作总结","reporter":"@east"}]
        do hold held_on=2024-12-10; attendance=40; absent=2; decisions=[{"matter":"压实考核","responsible":"@east"},{"matter":"补齐短板","responsible":"@west"}]
        due minutes 2024-12-24
        not issue_minutes minutes_on=2024-12-09; minutes_number=治〔2024〕6号 -> 不能早于召开日期
        do issue_minutes minutes_on=2024-12-12; minutes_number=治〔2024〕6号
        do finish followed_on=2024-12-20
        state finished
        number 示治会〔2024〕1号
        figure held 1
        figure decided 2

        = governance.aspect
        new plan=2024年工作要点; issued_on=2024-12-02; order=1; title=依法履职; lead=@city
        no order=2; issued_on=2024-12-21 -> 不能晚于今天
        no title=又一个 -> 序号
        figure aspects 1

        = governance.task
        new title=规范行政检查; aspect=#governance.aspect; issued_on=2024-12-02; responsible=@east; planned_end=2024-12-18; output=印发清单
        no planned_end=2024-12-01 -> 计划完成日期不能早于下达日期
        due start 2024-12-30
        do start started_on=2024-12-03
        due complete 2024-12-19
        not report reported_on=2024-12-10; progress=100; progress_note=完成 -> 请用“报完成”
        do report reported_on=2024-12-10; progress=60; progress_note=已起草
        do complete completed_on=2024-12-17; progress_note=已印发
        do send_back
        due complete 2024-12-19
        not defer new_end=2024-12-18 -> 应当晚于原计划完成日期
        do defer new_end=2024-12-20
        due complete 2024-12-23
        value first_end=2024-12-18
        do complete completed_on=2024-12-18; progress_note=已印发并公布

        = governance.measure
        new title=公布检查事项; task=#governance.task; issued_on=2024-12-02; responsible=@east; planned_end=2024-12-16
        no planned_end=2024-11-30 -> 计划完成日期不能早于下达日期
        due finish 2024-12-17

        = governance.task
        not close closed_on=2024-12-20 -> 任务还有举措没有落实

        = governance.aspect
        not conclude ended_on=2024-12-20; summary=按计划完成 -> 还有任务没有销号

        = governance.measure
        do finish done_on=2024-12-16; result=公布事项若干
        state done
        figure rate 100

        = governance.task
        do close closed_on=2024-12-20
        value measures=1
        state closed
        number 示治任〔2024〕1号
        figure issued 1
        figure aspects 1
        figure closing_rate 100
        figure open 0

        = governance.measure
        no title=再加一项 -> 不能再加举措

        = governance.aspect
        do conclude ended_on=2024-12-20; summary=按计划完成
        value closed=1
        state concluded
        number 示治面〔2024〕1号

        = governance.project
        new title=一站式解纷中心; project_year=2023; level=city; field=service; proposer=@east; aim=建成并运行; listed_on=2023-02-06; planned_end=2023-11-30
        no project_year=2021 -> 清单一般在项目年度或其上一年确定
        do report reported_on=2023-06-30; progress=50; progress_note=装修
        do finish finished_on=2023-11-29; progress_note=投入使用
        not assess assessed_on=2023-01-31; grade=good -> 考评不能早于列入清单
        do assess assessed_on=2024-03-15; score=92.5; grade=excellent
        state assessed
        number 示治项〔2023〕1号
        figure assessed 1
        figure listed 0
        """;

    public const string Inspection = """
        = law_inspection.round
        new title=年度全面督察; kind=comprehensive; planned_on=2024-09-02; scope=责任落实; leader=周组长; members=[{"name":"吴甲"}]; targets=[{"organ":"@east"},{"organ":"@west"}]
        no kind=lookback -> 所回看的督察
        do notify notified_on=2024-09-03
        do enter entered_on=2024-09-09
        do leave ended_on=2024-09-13; methods=report,files
        due report 2024-10-11
        not feed_back report_on=2024-09-25; feedback_on=2024-09-26; findings=0; rectification_due=2024-11-29 -> 请用“无问题办结”
        do feed_back report_on=2024-09-25; feedback_on=2024-09-26; findings=1; rectification_due=2024-11-29
        paper 示治督通〔2024〕1号 -> 责任落实
        paper 示治督反〔2024〕1号 -> 督察了2家单位，发现问题1个
        due rectify 2024-12-02
        do receive_rectification rectified_on=2024-11-28
        do reopen rectification_due=2024-12-09
        due rectify 2024-12-10
        do receive_rectification rectified_on=2024-12-06
        not close reviewed_on=2024-12-10; closed_on=2024-12-11; conclusion=整改到位 -> 要逐个在“督察问题整改”里登记
        figure rounds 1
        figure targets 2
        figure findings 1

        = law_inspection.visit
        new inspection=#law_inspection.round; visited_on=2024-09-10; organ=@east; organ_level=government; team=周组长、吴甲; content=查阅资料; problems=2; on_the_spot=1
        no on_the_spot=3 -> 不能多于发现的问题
        not confirm confirmed_on=2024-09-11; handled=none -> 发现了问题的
        due confirm 2024-09-18
        do confirm confirmed_on=2024-09-11; handled=finding
        state confirmed
        number 示治导〔2024〕1号
        figure visits 1
        figure problems 2

        = law_inspection.finding
        new inspection=#law_inspection.round; source=city; raised_on=2024-09-26; problem=应诉率偏低; category=litigation; organ=@east; planned_end=2024-11-29
        no planned_end=2024-09-26 -> 应当晚于反馈日期
        due plan 2024-10-29
        do plan plan_on=2024-10-10; measures=建立提醒制度
        due rectify 2024-12-02
        do report rectified_on=2024-11-20
        do send_back planned_end=2024-12-06
        due rectify 2024-12-09
        do report rectified_on=2024-11-25

        = law_inspection.round
        not close reviewed_on=2024-12-10; closed_on=2024-12-11; conclusion=整改到位 -> 还有问题没有整改销号

        = law_inspection.finding
        do close closed_on=2024-12-04; review_note=到位
        not relapse looked_back_on=2024-12-05; planned_end=2024-12-05 -> 新的整改期限
        do relapse looked_back_on=2024-12-05; planned_end=2024-12-16
        due rectify 2024-12-17
        figure open 1
        figure relapsed 1
        do report rectified_on=2024-12-09
        do close closed_on=2024-12-10; review_note=到位

        = law_inspection.round
        do close reviewed_on=2024-12-10; closed_on=2024-12-11; conclusion=整改到位
        state closed
        number 示治督〔2024〕1号

        = law_inspection.finding
        do confirm_held looked_back_on=2024-12-18
        state finished
        number 示治改〔2024〕1号
        figure raised 1
        figure rate 100
        figure relapsed 0

        = law_inspection.assessment
        new kind=rule_of_law; assessed_year=2024; target=@east; target_kind=district; listed_on=2024-03-01
        no assessed_year=2025 -> 不能早于评价年度
        not self_score self_scored_on=2024-11-04; scores=[{"item":"依法决策","weight":"60","score":"55"}] -> 分值之和应当是 100
        do self_score self_scored_on=2024-11-04; scores=[{"item":"依法决策","weight":"60","score":"55"},{"item":"严格执法","weight":"40","score":"36.5"}]
        due score 2024-12-16
        do score scored_on=2024-12-02; scores=[{"item":"依法决策","weight":"60","score":"54"},{"item":"严格执法","weight":"40","score":"36.5"}]
        do publish published_on=2024-12-16; grade=excellent; rank=1
        paper 示治考通〔2024〕1号 -> 总分90.5分
        state published
        number 示治考〔2024〕1号
        figure targets 1
        figure average 90.5
        figure assessed_rate 100
        """;

    public const string ModelCity = """
        = model_city.scheme
        new title=示范指标体系2021年版; issuer=national; scheme_kind=comprehensive; first=1; second=1; third=1; adopted_on=2024-02-01
        no title=另一版; first=9; second=8; third=100 -> 逐级增加
        not decompose decomposed_on=2024-03-01 -> 项数等于三级指标数
        figure in_use 1

        = model_city.team
        new title=综合协调专班; formed_on=2024-02-05; lead=@city; head_name=郑主任; tasks=统筹推进
        no formed_on=2025-01-02 -> 不能晚于今天
        figure teams 1

        = model_city.indicator
        new scheme=#model_city.scheme; code=27; first=依法行政制度体系; title=文件按时报备; assigned_on=2024-03-01; organ=@city; team=#model_city.team; full_score=10; planned_end=2024-10-31
        no code=28; planned_end=2024-02-01 -> 完成期限不能早于分解日期
        no planned_end=2024-11-01 -> 三级指标序号
        due submit 2024-11-01
        not submit submitted_on=2024-10-30 -> 佐证材料清单
        do submit submitted_on=2024-10-30; materials=[{"name":"备案目录","provider":"@city"}]; self_score=9.5
        do send_back
        due submit 2024-11-01
        do submit submitted_on=2024-10-31; materials=[{"name":"备案目录","provider":"@city"}]; self_score=9.5
        do pass audited_on=2024-11-08; met=met
        figure assigned 1
        figure score 9.5
        figure pass_rate 100
        do withdraw
        state withdrawn
        number 示创指〔2024〕1号

        = model_city.scheme
        do decompose decomposed_on=2024-03-01
        value decomposed=1

        = model_city.meeting
        new team=#model_city.team; held_on=2024-12-16; chair=郑主任; attendance=12; completed=备案目录已收齐
        no held_on=2024-12-23 -> 不能晚于今天
        due follow 2024-12-23
        do close closed_on=2024-12-19
        state closed
        number 示创会〔2024〕1号
        figure held 1

        = model_city.team
        do dissolve dissolved_on=2024-12-20
        state dissolved
        number 示创专〔2024〕1号

        = model_city.application
        new applicant=@east; kind=comprehensive; level=national; scheme=#model_city.scheme; recommended_on=2024-03-20; negatives=none
        no project=调解项目 -> 只有单项示范才填单项名称
        no kind=single -> 单项名称
        do accept accepted_on=2024-04-10
        do pass_paper paper_on=2024-06-12; paper_score=905.5
        do visit visited_on=2024-08-20; satisfaction=93.2
        not name publicised_on=2024-11-20; named_on=2024-11-20 -> 应当晚于公示日期
        do name publicised_on=2024-11-20; named_on=2024-12-02
        do keep
        state kept
        number 示创报〔2024〕1号
        figure comprehensive 1
        figure single 0
        figure named 1

        = model_city.scheme
        do retire retired_on=2024-12-20
        state retired
        number 示创标〔2024〕1号

        = model_city.application
        no applicant=@west -> 已经停用
        """;

    public const string Leaders = """
        = leaders.duty_report
        new report_year=2024; leader=冯区长; organ=@east; post=government; mode=onsite; listed_on=2024-11-01; planned_end=2024-12-13
        no planned_end=2024-10-31; report_year=2023 -> 提交期限不能早于列入名单日期
        no planned_end=2024-12-16 -> 述法人
        due submit 2024-12-16
        do chase chased_on=2024-12-09; chases=1
        not submit submitted_on=2024-12-12; study_stated=true; problems_stated=false -> 应当写明问题和改进措施
        do submit submitted_on=2024-12-12; study_stated=true; problems_stated=true
        do send_back
        due submit 2024-12-16
        do submit submitted_on=2024-12-13; study_stated=true; problems_stated=true
        do accept accepted_on=2024-12-16
        do present presented_on=2024-12-18; meeting=standing
        do evaluate evaluated_on=2024-12-19; grade=good; into_assessment=true
        paper 示述评〔2024〕1号 -> 评议等次为良好
        state evaluated
        number 示述法〔2024〕1号
        figure submitted 1
        figure onsite 1
        figure rate 100

        = leaders.briefing
        new planned_on=2024-12-05; meeting=executive; organ=@city; topic=行政复议工作汇报; subject=litigation; reporter=@city; leader=陈市长
        not hold held_on=2024-12-25; duty=deploy -> 不能晚于今天
        do hold held_on=2024-12-05; duty=deploy,supervise; instructions=逐案分析; organ_to_act=@city; planned_end=2024-12-18
        due follow 2024-12-19
        do finish done_on=2024-12-17; result=已分析
        state finished
        number 示法汇〔2024〕1号
        figure briefings 1
        """;

    public const string Study = """
        = leaders.study
        new planned_on=2024-12-09; form=party_group; organ=@city; topic=习近平法治思想专题; theme=thought; expected=10
        no expected=0 -> 不能小于
        not hold_full held_on=2024-12-09; attended=9 -> 实到少于应到
        not hold held_on=2024-12-09; attended=8; absentees=[{"name":"褚某"}] -> 人数等于应到减实到
        do hold held_on=2024-12-09; attended=9; absentees=[{"name":"褚某","reason":"出差"}]
        due make_up 2025-01-07
        do finish_make_up made_up_on=2024-12-16; absentees=[{"name":"褚某","made_up_on":"2024-12-16"}]
        state held
        number 示学法〔2024〕1号
        figure sessions 1
        figure party_group 1
        figure attended 9
        figure rate 100

        = leaders.lecture
        new session=#leaders.study; presenter=@east; act=行政复议法; act_kind=law; new_act=true; assigned_on=2024-11-25; planned_on=2024-12-09
        no planned_on=2024-11-20 -> 不能早于安排日期
        due material 2024-12-09
        do submit material_on=2024-12-03
        not deliver delivered_on=2024-11-24 -> 不能早于安排日期
        do deliver delivered_on=2024-12-09; minutes_spent=20
        state delivered
        number 示解法〔2024〕1号
        figure presenters 1
        figure lectures 1
        """;

    public const string AnnualReport = """
        = annual.report
        new last_month=2023-12; organ=@city; organ_kind=government; started_on=2023-12-04; drafter=卫执笔
        no organ=@east; last_month=2023-11 -> 请填该年的12月
        no started_on=2023-12-05 -> 报告年度
        due report 2024-02-29
        due publish 2024-03-31
        not draft drafted_on=2024-01-08; consulted_on=2024-01-09; has_measures=true; has_problems=true; has_duty=true; has_plan=true; has_other=false -> 五项内容必须齐全
        do draft drafted_on=2024-01-08; consulted_on=2024-01-09; has_measures=true; has_problems=true; has_duty=true; has_plan=true; has_other=true
        do settle_comments comments=[{"organ":"@east","comment":"补充调解数字","adopted":"true"}]
        not approve checked_on=2024-02-05 -> 核验差错为零
        not record_check figures_frozen_on=2024-01-31; errors=0; questions=1 -> 对疑问的说明
        do record_check figures_frozen_on=2024-01-31; errors=0; questions=0
        do approve checked_on=2024-02-05
        do sign signed_on=2024-02-07; signed_by=局长
        not report reported_on=2024-02-21; reported_to=party,superior_gov -> 报本级人大常委会
        do report reported_on=2024-02-21; reported_to=party,congress,superior_gov
        paper 示法报函〔2024〕1号 -> 五项内容
        do publish published_on=2024-03-20; channels=website
        do archive archived_on=2024-03-25
        state archived
        number 示法报〔2023〕1号
        figure reported 1
        figure published 1

        = annual.material
        new report=#annual.report; organ=@east; asked_on=2023-12-05; planned_end=2023-12-20; part=measures
        no organ=@west; planned_end=2023-12-01 -> 报送期限不能早于约稿日期
        due submit 2023-12-21
        not submit submitted_on=2023-12-01; text=甲区情况 -> 不能早于约稿日期
        do submit submitted_on=2023-12-18; text=甲区情况; figures=[{"name":"调解案件","value":"120件","period":"2023年","basis":"人民调解台账"}]
        do review reviewed_on=2024-01-05; used=used
        state reviewed
        number 示法材〔2023〕1号
        figure submitted 0
        """;
}

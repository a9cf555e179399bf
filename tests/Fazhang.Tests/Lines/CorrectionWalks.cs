namespace Fazhang.Tests.Lines;

/// <summary>The walks of 社区矫正: who carries it out, and the persons with their sensitive data. Today is Friday 2026-03-20.</summary>
internal static class CorrectionWalks
{
    public const string Persons = """
        = correction.organ
        new name=东区社区矫正局; level=county; organ=@east; established_on=2020-07-01; leader=曹局长; staff=8; law_staff=5; social_workers=12
        no staff=0; law_staff=0 -> 应当配备专门国家工作人员
        no law_staff=9 -> 不能多于工作人员数
        due check 2021-07-01
        do check checked_on=2026-03-02
        due check 2027-03-02
        figure county 1

        = correction.assessment
        new received_on=2026-01-05; client=东区人民法院; client_kind=court; letter=东法评1号; procedure=fast; name=严某; charge=危险驾驶罪; address=东街; category=probation
        no client_kind=prison -> 只委托假释和暂予监外执行
        due reply 2026-01-12
        do investigate started_on=2026-01-06; investigators=曹甲、曹乙
        not reply replied_on=2026-01-09; contacts=family; residence=none; findings=租房到期; risk=low; opinion=suitable -> 不能提出“可以适用”
        do reply replied_on=2026-01-09; contacts=family,committee; residence=stable; findings=与父母同住; risk=low; opinion=suitable
        paper 示矫评意〔2026〕1号 -> 可以适用社区矫正
        do close adopted=adopted
        state closed
        number 示矫评〔2026〕1号
        figure suitable 1

        = correction.subject
        new name=严某; sex=female; born_on=1990-05-06; address=东街; employment=employed; category=probation; crime=drunk_driving; charge=危险驾驶罪; decided_by=东区人民法院; judgment=东刑初2号; effective_on=2026-01-20; starts_on=2026-01-20; ends_on=2026-03-16; listed_on=2026-01-23; assessment=#correction.assessment; organ=#correction.organ
        no ends_on=2026-01-19 -> 矫正止日应当晚于起日
        no minor=true; guardian=严父 -> 起矫时应当未满十九周岁
        no injunction=true; injunction_text=禁止进入酒吧; category=parole -> 禁止令只适用于管制和缓刑
        due report 2026-01-30
        due papers 2026-01-30
        not receive received_on=2026-01-27; late=no; checked=papers,identity -> 四项缺一不可
        do receive received_on=2026-01-27; papers_on=2026-01-27; late=no; checked=papers,identity,registered,archive
        due announce 2026-01-30
        not announce announced_on=2026-01-28; attended=officer; group=[{"name":"华社工","role":"social"}] -> 女性对象应当有女性成员
        do announce announced_on=2026-01-28; attended=officer,office; group=[{"name":"华社工","role":"social"}]; group_woman=true
        paper 示矫宣〔2026〕1号 -> 矫正期限自
        due plan 2026-02-11
        do make_plan plan_on=2026-02-04; level=normal; officer=曹甲; plan=每周报告
        due visit 2026-02-12
        do visit visited_on=2026-02-11; visits=[{"on":"2026-02-11","way":"report","found":"normal"}]
        due visit 2026-02-26
        figure serving 1
        figure announce_rate 100

        = correction.leave
        new subject=#correction.subject; kind=leave; applied_on=2026-02-13; reason=medical; detail=复查; destination=省城; from_on=2026-02-16; until_on=2026-02-20; two_months=5
        no from_on=2026-02-12 -> 外出应当事先申请
        no two_months=3 -> 不能少于本次天数
        not approve_long answered_on=2026-02-13; conditions=每日通话 -> 一次不超过30日
        do approve answered_on=2026-02-13; conditions=每日通话
        paper 示矫告〔2026〕1号 -> 决定：批准
        not return back_on=2026-02-23; back_late=0 -> 逾期天数应当等于
        do return back_on=2026-02-23; back_late=3
        state closed
        number 示矫假〔2026〕1号
        figure approved 1
        figure late 1
        new subject=#correction.subject; kind=leave; applied_on=2026-03-02; reason=work; detail=外地施工; destination=邻省; from_on=2026-03-05; until_on=2026-03-09; two_months=31
        not approve answered_on=2026-03-03; conditions=每日通话 -> 两个月累计超过30日
        do approve_long answered_on=2026-03-03; conditions=每日通话
        do return back_on=2026-03-09; back_late=0
        new subject=#correction.subject; kind=regular; applied_on=2026-03-02; reason=work; detail=跨县送货; destination=邻县; from_on=2026-03-10; until_on=2026-09-10
        no until_on=2026-09-11 -> 一次批准不超过6个月
        not approve answered_on=2026-03-03; conditions=每日通话 -> 请用“报上一级批准”
        do approve_long answered_on=2026-03-03; conditions=每日通话
        do finish back_on=2026-03-16

        = correction.measure
        new subject=#correction.subject; category=probation; kind=warning; found_on=2026-02-23; ground=leave; leave=#correction.leave; facts=逾期三日
        no kind=praise -> 事由应当是表现突出或者立功
        no kind=imprison -> 收监执行只适用于暂予监外执行
        not propose discussed_on=2026-02-25; decided_on=2026-02-26; sent_to=东区人民法院; copied_on=2026-02-26 -> 表扬、训诫、警告请用“决定”
        do decide discussed_on=2026-02-25; decided_on=2026-02-26
        paper 示矫决〔2026〕1号 -> 社区矫正警告决定书
        do serve served_on=2026-02-27
        state closed
        number 示矫奖〔2026〕1号
        figure warned 1
        new subject=#correction.subject; category=probation; kind=revoke; found_on=2026-02-27; ground=report; facts=拒不报告
        do propose discussed_on=2026-02-27; decided_on=2026-03-02; sent_to=东区人民法院; copied_on=2026-03-02
        due answer 2026-04-01
        do answer answered_on=2026-03-10; result=rejected
        state closed
        figure proposed 1
        figure granted 0
        new subject=#correction.subject; category=probation; kind=revoke; found_on=2026-03-02; ground=report; facts=拟逃往外地
        not propose discussed_on=2026-03-03; decided_on=2026-03-04; sent_to=东区人民法院; copied_on=2026-03-04; arrest=true -> 提请逮捕日期
        not propose discussed_on=2026-03-03; decided_on=2026-03-04; sent_to=东区人民法院; copied_on=2026-03-04; arrest=true; arrest_on=2026-03-05 -> 日期相同
        do propose discussed_on=2026-03-03; decided_on=2026-03-06; sent_to=东区人民法院; copied_on=2026-03-06; arrest=true; arrest_on=2026-03-06
        due arrest 2026-03-08
        do record_arrest arrest_answered_on=2026-03-07; arrest_answer=arrested
        due detention 2026-04-07
        do answer answered_on=2026-03-11; result=accepted
        figure granted 1
        new subject=#correction.subject; category=probation; kind=police; found_on=2026-03-02; ground=report; facts=拒不报告
        not propose discussed_on=2026-03-03; decided_on=2026-03-04; sent_to=东区公安分局; arrest=true; arrest_on=2026-03-04 -> 提请逮捕只与撤销、收监一并提出
        do propose discussed_on=2026-03-03; decided_on=2026-03-04; sent_to=东区公安分局
        none answer
        do answer answered_on=2026-03-10; result=accepted

        = correction.device
        new subject=#correction.subject; applied_on=2026-03-02; ground=revoking; facts=拒不报告; measure=#correction.measure
        no measure= -> 相关考核奖惩
        not approve approved_on=2026-03-03; on_from=2026-03-03; until_on=2026-06-30; serial=D01; informed=true -> 不得超过三个月
        not approve approved_on=2026-03-03; on_from=2026-03-03; until_on=2026-06-04; serial=D01; informed=true -> 不得超过三个月
        do approve approved_on=2026-03-03; on_from=2026-03-03; until_on=2026-06-01; serial=D01; informed=true
        paper 示矫定决〔2026〕1号 -> 第二十九条
        due remove 2026-06-01
        do alarm alarmed_on=2026-03-05; alarms=[{"at":"2026-03-05 21:10","kind":"power","handled":"电话核实"}]
        figure in_use 1
        figure alarms 1
        do remove removed_on=2026-03-11; removal=unneeded
        state removed
        number 示矫定〔2026〕1号
        figure in_use 0

        = correction.subject
        due release 2026-03-16
        not release ended_on=2026-03-13; ending=expired; certificate=1; informed=decider,procuratorate,police; aftercare=true -> 不能早于矫正止日
        not terminate ended_on=2026-03-13; ending=imprisoned; informed=decider -> 暂予监外执行为收监执行
        do release ended_on=2026-03-16; ending=expired; certificate=示解1; informed=decider,procuratorate,police; aftercare=true
        paper 示矫解〔2026〕1号 -> 解除社区矫正
        state released
        number 示矫〔2026〕1号
        figure released 1
        figure serving 0

        = correction.organ
        do end ended_on=2026-03-20
        state ended
        number 示矫机001
        """;

    public const string Lost = """
        = correction.organ
        new name=东区社区矫正局; level=county; organ=@east; established_on=2020-07-01; leader=曹局长; staff=8; social_workers=12
        no established_on=2026-03-23 -> 设立日期不能晚于今天

        = correction.subject
        new name=金某; sex=male; born_on=2008-02-01; minor=true; guardian=金父; address=西街; employment=student; category=probation; crime=theft; charge=盗窃罪; decided_by=西区人民法院; judgment=西刑初9号; effective_on=2026-01-05; starts_on=2026-01-05; ends_on=2027-01-04; listed_on=2026-01-08; organ=#correction.organ
        no guardian= -> 监护人或家属
        not lose_before lost_on=2026-01-15; police_told_on=2026-01-15 -> 期限十日尚未届满
        do lose_before lost_on=2026-01-16; police_told_on=2026-01-16
        due search 2026-01-19
        do receive_late received_on=2026-01-17; papers_on=2026-01-12; late=unjustified; checked=papers,identity,registered,archive
        not announce announced_on=2026-01-19; attended=officer; group=[{"name":"魏老师","role":"school"}]; group_youth=true -> 不公开宣告
        do announce announced_on=2026-01-19; announced_closed=true; attended=officer,guardian; group=[{"name":"魏老师","role":"school"}]; group_youth=true
        figure minors 1
        do lose lost_on=2026-02-02
        do find found_on=2026-02-03
        do terminate ended_on=2026-03-16; ending=revoked_new; informed=decider
        state terminated
        figure reoffended 1
        figure revoked 1

        = correction.organ
        do end ended_on=2026-03-20
        state ended
        """;

    public const string Work = """
        = correction.organ
        new name=东区社区矫正局; level=county; organ=@east; established_on=2020-07-01; leader=曹局长; staff=8; social_workers=12
        no level=office -> 委托机构

        = correction.facility
        new name=东街点位; kind=video; organ=#correction.organ; town=@town; address=东街1号; opened_on=2025-06-02; connected=true
        no connected=false -> 没有与省厅系统联通
        due check 2025-12-01
        do check checked_on=2026-03-02; condition=good
        due check 2026-08-31
        figure video_sites 1
        do close closed_on=2026-03-20
        new name=丝带帮扶基地; kind=support; organ=#correction.organ; town=@town; address=东街2号; host=某服装厂; opened_on=2026-01-05
        figure bases 1
        do close closed_on=2026-03-20
        state closed
        number 示矫场002
        figure bases 0

        = correction.rollcall
        new called_on=2026-03-05; started_at=2026-03-05 09:00; caller=@city; kind=node; sites=[{"site":"东街点位","called":"10","present":"9"},{"site":"西街点位","called":"10","present":"10"}]; staff_present=true; caller_name=曹甲
        no started_at=2026-03-04 09:00 -> 点名当日
        no sites=[{"site":"东街点位","called":"10","present":"11"}] -> 在位人数不能多于应到人数
        due verify 2026-03-09
        not finish_full verified_on=2026-03-05 -> 有人缺席的
        do verify verified_on=2026-03-06; absent=[{"number":"示矫〔2026〕1号","reason":"sick","handled":"verified"}]
        do circulate circulated_on=2026-03-09
        state closed
        number 示矫点〔2026〕1号
        figure rollcalls 1
        figure presence_rate 95

        = correction.drill
        new title=失联处置演练; scenario=escape; organ=#correction.organ; planned_on=2026-03-02; partners=police; form=field
        no scenario= -> 情景
        not hold held_on=2026-03-04; people=2 -> 一般不少于三人
        do hold held_on=2026-03-04; people=25; minutes=40
        due evaluate 2026-03-11
        do evaluate evaluated_on=2026-03-06; grade=partly; problems=[{"problem":"通报迟","measure":"修订流程"}]
        due rectify 2026-04-07
        do close rectified_on=2026-03-18; problems=[{"problem":"通报迟","measure":"修订流程","done_on":"2026-03-18"}]
        state closed
        number 示矫演〔2026〕1号
        figure drills 1
        figure organs 1

        = correction.inspection
        new title=一季度档案检查; kind=files; started_on=2026-02-02; team=曹甲、曹乙; organs=[{"organ":"@east","files":"20"},{"organ":"@west","files":"15"}]; topics=admission,measure
        no organs=[{"organ":"@east","files":"0"}] -> 抽查的档案数
        not finish_clean ended_on=2026-02-01 -> 结束不能早于开始
        do finish ended_on=2026-02-04; problems=[{"organ":"@east","topic":"admission","problem":"宣告笔录缺签名"}]; feedback_on=2026-02-06
        paper 示矫检反〔2026〕1号 -> 发现问题1个
        due rectify 2026-03-09
        do report rectified_on=2026-02-27; rectified=0
        not close closed_on=2026-03-02; transfer=none -> 全部整改完成才能办结
        do send_back
        do report rectified_on=2026-03-04; rectified=1
        do close closed_on=2026-03-06; transfer=none
        state closed
        number 示矫检〔2026〕1号
        figure file_inspections 1
        figure files 35
        figure rectified 1

        = correction.service
        new held_on=2026-03-02; kind=intervention; topic=情绪管理; people=12; target=violence; provider_kind=expert; provider=某心理中心; hours=2
        no provider_kind=employer -> 有专业知识的人员实施
        no kind=talk -> 个别谈话一次一人
        due follow 2026-04-01
        not close -> 心理干预应当登记跟踪
        do follow followed_on=2026-03-16; risk=lowered
        state closed
        number 示矫帮〔2026〕1号
        figure interventions 12
        figure psychology 12

        = correction.daily_report
        new day=2026-03-05; organ=@east; node=congress; subjects=100; verified=97; on_leave=3; reporter=曹甲
        no verified=98 -> 等于在册人数
        no lost=1; verified=96 -> 事件和处置
        due submit 2026-03-06
        do submit submitted_on=2026-03-05
        do send_back
        do submit submitted_on=2026-03-06
        do check checked_on=2026-03-06
        state checked
        number 示矫日〔2026〕1号
        figure reports 1
        figure incidents 0

        = correction.outreach
        new title=走进监狱; kind=openday; place_kind=prison; place=某监狱; planned_on=2026-03-10; visitors=[{"name":"某中学","kind":"school","people":"40"}]; minors=true; guardians=true; security=true
        no guardians=false -> 由学校或者监护人陪同
        not hold held_on=2026-03-10; people=42; privacy=false -> 没有采取隐私保护
        do hold held_on=2026-03-10; people=42; privacy=true
        due close 2026-03-17
        do close closed_on=2026-03-12; incident=none
        state closed
        number 示监教〔2026〕1号
        figure opendays 1
        figure trained 42

        = correction.organ
        do end ended_on=2026-03-20
        state ended
        """;
}

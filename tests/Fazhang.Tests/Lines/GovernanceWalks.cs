namespace Fazhang.Tests.Lines;

/// <summary>The walks of clean-up, proposals, audit, duty and city governance. Today is Friday 2024-12-20.</summary>
internal static class GovernanceWalks
{
    public const string CleanUp = """
        = clean.problem
        new action=practices; found_on=2024-05-06; source=hotline; hotline_number=GD1; kind=approval; summary=重复索要证明
        no hotline_number= -> 12345工单号
        no found_on=2024-12-21 -> 受理日期不能晚于今天
        due assign 2024-05-08
        do assign assigned_on=2024-05-07; organ=@east; term=d30; handler=赵责任
        paper 示清办〔2024〕1号 -> 2024年6月6日
        due rectify 2024-06-06
        do hang hung_on=2024-05-17; hung=higher
        do resume resumed_on=2024-05-27
        due rectify 2024-06-17
        not report rectified_on=2024-05-01; measures=取消 -> 整改完成日期不能早于分办日期
        do report rectified_on=2024-06-03; measures=取消该证明
        do send_back
        do report rectified_on=2024-06-05; measures=取消并修改指南
        due close 2024-06-13
        do close closed_on=2024-06-07; satisfied=good
        state closed
        number 示清〔2024〕1号
        figure practices_found 1
        figure practices_closed 1
        figure cases_found 0
        figure satisfied 1

        = clean.rule
        new title=证明事项负面清单; action=practices; problem=#clean.problem; kind=list; organ=@east; drafted_on=2024-06-10; note=防止反复
        no drafted_on=2024-12-21 -> 立项日期不能晚于今天
        due issue 2024-08-09
        not issue issued_on=2024-06-01 -> 印发日期不能早于立项日期
        do issue issued_on=2024-07-01
        state issued
        figure practices_made 1

        = clean.problem
        new action=cases; found_on=2024-08-05; source=walkthrough; kind=conduct; summary=窗口空岗
        do assign assigned_on=2024-08-05; organ=@west; term=d10
        do report rectified_on=2024-08-09; measures=增设替岗
        do close closed_on=2024-08-12
        figure cases_rate 100
        figure closed 2
        """;

    public const string Proposals = """
        = proposal.case
        new kind=npc; session=第十九届第三次会议; serial=第12号; level=county; title=加强村居法律顾问; proposer=何代表; field=service; assigned_on=2024-02-01; role=lead; complex=complex
        no role=assist -> 主办单位
        no assigned_on=2024-12-21 -> 交办日期不能晚于今天
        due take 2024-02-20
        due reply 2024-08-01
        do take taken_on=2024-02-05; department=基层科; handler=孙承办
        not reply replied_on=2024-05-06; category=a; reply=已落实 -> 先与代表委员面商
        do meet met_on=2024-04-10; met_way=visit
        not reply replied_on=2024-05-06; category=b; reply=列入计划 -> 计划解决日期
        do reply replied_on=2024-05-06; category=b; planned_end=2024-11-29; reply=列入下半年计划
        paper 示建复〔2024〕1号 -> 加强村居法律顾问
        due feedback 2024-06-05
        do reject_feedback feedback_on=2024-05-20
        due redo 2024-06-19
        do meet met_on=2024-05-27; met_way=invite
        do reply_again redone_on=2024-06-03; category=b; planned_end=2024-10-31; reply=提前到十月
        do receive_feedback feedback_on=2024-06-12; feedback=satisfied
        due solve 2024-10-31
        do publish published_on=2024-06-14
        do solve solved_on=2024-10-28
        do close closed_on=2024-11-04
        state closed
        number 示建提〔2024〕1号
        figure npc 1
        figure cppcc 0
        figure reply_rate 100
        figure satisfaction 100
        figure solved 1
        figure open 0
        """;

    public const string Audit = """
        = audit.project
        new title=局属协会财务审计; kind=internal; planned_on=2024-02-05; auditee=市律师协会; period_from=2023-01-01; period_until=2023-12-31; leader=钱组长
        no kind=responsibility -> 被审计领导干部
        no period_until=2022-12-31 -> 止日不能早于起日
        do notify notified_on=2024-03-04
        paper 示审通〔2024〕1号 -> 市律师协会
        not start started_on=2024-03-05 -> 三日前送达审计通知书
        do start started_on=2024-03-11
        due report 2024-07-09
        do consult draft_sent_on=2024-05-06; amount=1200000
        due opinion 2024-05-16
        not deem_agreed opinion_on=2024-05-14 -> 十日期限届满以后
        do receive_opinion opinion_on=2024-05-15; opinion=agreed
        do report reported_on=2024-05-27; decided=false; irregular=30000
        do publish published_on=2024-06-11
        figure finished 1
        figure internal 1
        figure open 0

        = audit.transfer
        new project=#audit.project; found_on=2024-05-20; to=discipline; receiver=市纪委监委驻局纪检组; category=finance; clue=虚列支出; people=[{"name":"冯某"}]; persons=2
        no persons=0 -> 名单不能多于移送处理人数
        due transfer 2024-06-03
        do transfer transferred_on=2024-05-30; document_number=审移1
        paper 示审移书〔2024〕1号 -> 涉及2人
        do receive received_on=2024-05-31
        due reply 2024-08-29
        not reply replied_on=2024-07-01; result=punished -> 要填处理人数
        do reply replied_on=2024-07-01; result=punished; punished=1
        state replied
        number 示审移〔2024〕1号
        figure transferred 1
        figure persons 2
        figure punished 1
        figure waiting 0

        = audit.finding
        new project=#audit.project; found_on=2024-05-28; auditee=市律师协会; category=spending; problem=报销手续不全; amount=30000; demand=immediate
        no term= -> 整改期限
        no found_on=2024-12-21 -> 送达日期不能晚于今天
        due plan 2024-06-19
        due rectify 2024-07-29
        not plan planned_on=2024-06-03 -> 至少列出一条整改措施
        do plan planned_on=2024-06-03; measures=[{"measure":"补齐手续","by":"2024-06-28"},{"measure":"修订报销办法"}]
        not report rectified_on=2024-06-28; result=done; recovered=40000 -> 不能多于涉及金额
        do extend extended_on=2024-07-15
        due rectify 2024-08-26
        do report rectified_on=2024-07-22; result=partly; recovered=10000; rules_made=1
        not close closed_on=2024-08-01; checker=吴复核 -> 全部整改到位才能销号
        do send_back
        do report rectified_on=2024-08-05; result=done; recovered=30000; rules_made=1
        do close closed_on=2024-08-12; checker=吴复核
        state closed
        number 示审改〔2024〕1号
        figure found 1
        figure measures 2
        figure rate 100
        figure recovered 30000
        figure open 0

        = audit.project
        do file filed_on=2024-12-16
        state filed
        number 示审〔2024〕1号
        """;

    public const string Duty = """
        = duty.plan
        new name=网络舆情应急预案; kind=unit; scope=涉法舆情; organ=@city; drafted_on=2024-02-05
        no drafted_on=2024-12-21 -> 启动编制日期不能晚于今天
        not issue issued_on=2024-03-01; consulted=experts -> 至少听取有关部门的意见
        do issue issued_on=2024-03-04; consulted=departments,experts
        due file 2024-04-01
        due evaluate 2027-03-04
        do file filed_on=2024-03-15
        figure in_force 1

        = duty.drill
        new title=舆情处置推演; plan=#duty.plan; form=tabletop; scenario=网络谣言; planned_on=2024-06-03; place=会议室; organs=[{"name":"宣传科","people":"5"}]
        not hold held_on=2024-06-05; people=4; evaluation=good -> 参演单位人数之和不能多于参演人数
        not hold held_on=2024-06-05; people=8; evaluation=partly -> 要写明暴露的问题
        do hold held_on=2024-06-05; people=8; evaluation=partly; problems=响应慢
        due improve 2024-07-05
        do improve improved_on=2024-06-20; improvement=修订联络表
        state improved
        number 示演〔2024〕1号
        figure held 1
        figure people 8

        = duty.plan
        do evaluate evaluated_on=2024-11-04; evaluation=revise
        due evaluate 2027-11-04
        do end ended_on=2024-12-02
        state ended
        figure in_force 0

        = duty.expert
        new kind=department; name=应急小分队; employer=市司法局; leader=沈队长; phone=13800138000; members=12; speciality=dispute,legal; insured=true; listed_on=2024-03-04
        no insured=false -> 购买人身意外伤害保险
        no kind=expert -> 人数应当是 1
        due update 2024-09-03
        do update updated_on=2024-08-30
        due update 2025-03-03
        figure teams 1
        figure experts 0
        do remove removed_on=2024-12-02; removal=merged
        state removed
        figure teams 0

        = duty.shift
        new duty_on=2024-12-16; shift=night; leader=局领导; staff=[{"name":"甲","post":"chief"},{"name":"乙","post":"deputy"}]; phone=13900139000
        no duty_on=2024-12-17; staff=[{"name":"甲","post":"chief"}] -> 夜班至少两人值守
        no leader=另一人 -> 不能重复
        due hand_over 2024-12-17
        do swap swapped=乙因病由丙替班，带班领导同意
        not hand_over handed_on=2024-12-15; log=无; receiver=丁 -> 不能早于值班日期
        do hand_over handed_on=2024-12-17; log=接听来电两次; receiver=丁
        state handed
        number 示值〔2024〕0001号
        figure shifts 1
        figure people 2

        = duty.check
        new checked_on=2024-12-16; clock=22:15; mode=onsite; organ=@east; checkers=督查一组; time_slot=night; on_post=absent; log_kept=false; problem=值班室无人
        no problem= -> 存在问题
        no mode=phone -> 请清空“值班记录完整”
        not confirm confirmed_on=2024-12-16 -> 请用“通报整改”
        do demand notified_on=2024-12-17
        paper 示值通〔2024〕1号 -> 值班室无人
        due rectify 2024-12-20
        do rectify rectified_on=2024-12-19; measure=批评教育
        state rectified
        figure checks 1
        figure absent 1
        figure present_rate 0

        = duty.urgent
        new title=河堤险情; stage=first; kind=disaster; level=iv; place=甲区东街; source=unit; received_on=2024-12-16; received_at=2024-12-16 21:05; summary=水位上涨; happened_at=2024-12-16 20:50
        no received_on=2024-12-15 -> 应当在接报日期当天
        no happened_at=2024-12-16 21:10 -> 发生时间不能晚于接报时间
        not report reported_at=2024-12-16 22:20; reported_on=2024-12-16; timeliness=on_time; receivers=government; approver=带班领导 -> 应当选“迟报”
        not report reported_at=2024-12-16 21:30; reported_on=2024-12-16; timeliness=late; receivers=government; approver=带班领导 -> 应当选“按时”
        not report reported_at=2024-12-16 21:00; reported_on=2024-12-16; timeliness=on_time; receivers=government; approver=带班领导 -> 不能早于接报时间
        do report reported_at=2024-12-16 21:30; reported_on=2024-12-16; timeliness=on_time; receivers=government,emergency; approver=带班领导
        do instruct instruction=加强巡查
        due follow 2024-12-19
        do close handled_on=2024-12-18; outcome=险情解除
        state closed
        number 示急〔2024〕0001号
        figure reported 1
        figure events 1
        figure average_minutes 25
        figure on_time_rate 100
        """;

    public const string City = """
        = city.dataset
        new name=便民服务点; category=thing; organ=@east; kind=conditional; columns=[{"name":"名称"},{"name":"联系人","personal":"true"}]; listed_on=2024-02-05; quantity=1200
        no kind=closed -> 不予共享的依据
        due publish 2024-02-23
        not publish published_on=2024-02-01 -> 发布日期不能早于编目日期
        do publish published_on=2024-02-08
        figure datasets 1
        figure quantity 1200

        = city.sharing
        new applicant=@west; category=thing; content=便民服务点名录; kind=conditional; applied_on=2024-03-04; purpose=制作服务地图; basis=三定规定; contact=许联系
        no category=person -> “含个人信息”应当选“是”
        due answer_conditional 2024-03-18
        do ask_supplement supplement_on=2024-03-05
        do supplement supplemented_on=2024-03-07
        do extend extended_on=2024-03-11
        do agree answered_on=2024-03-13
        due provide 2024-04-11
        not provide provided_on=2024-03-01; way=file; quantity=1200 -> 提供日期不能早于答复日期
        do provide provided_on=2024-03-20; way=file; quantity=1200
        do ask_correction correction_on=2024-06-03
        due correct 2024-06-18
        do correct corrected_on=2024-06-12
        figure provided 1200
        figure applicants 1
        figure sharing 1
        do end ended_on=2024-12-02; ending=done
        state ended
        figure sharing 0

        = city.dataset
        do remove removed_on=2024-12-16
        state removed
        figure datasets 0

        = city.facility
        new name=东街路灯一号; category=thing; kind=light; town=@town; grid=东街一网格; address=东街一号; owner=市政所; source=grid; collected_on=2024-03-04; longitude=121.600000; latitude=38.900000
        no latitude= -> 经度和纬度要一起填
        due check 2024-03-18
        do check checked_on=2024-03-11
        figure active 1

        = city.order
        new blown_on=2024-12-02; source=street; town=@town; community=东街社区一网格; kind=facility; urgency=urgent; blown_at=2024-12-02 08:10; place=东街一号; facility=#city.facility; summary=路灯漏电
        no blown_on=2024-12-21 -> 吹哨日期不能晚于今天
        no blown_at= -> 吹哨时间
        due dispatch 2024-12-03
        do dispatch dispatched_on=2024-12-02; organ=@east
        paper 示哨派〔2024〕1号 -> 路灯漏电
        due arrive 2024-12-03
        due handle 2024-12-04
        do send_back returned_on=2024-12-02; returns=not_ours
        do dispatch dispatched_on=2024-12-02; organ=@west
        not arrive arrived_on=2024-12-02; arriver=吴到场; arrival=online -> 应急哨必须到场
        not arrive arrived_on=2024-12-02; arriver=吴到场; arrival=onsite -> 填到场时间
        not arrive arrived_on=2024-12-02; arrived_at=2024-12-02 08:05; arriver=吴到场; arrival=onsite -> 不能早于吹哨时间
        do arrive arrived_on=2024-12-02; arrived_at=2024-12-02 08:35; arriver=吴到场; arrival=onsite
        figure arrival_minutes 25
        figure urgent_rate 100
        do handle handled_on=2024-12-03; result=solved; handling=更换线缆
        not rate rated_on=2024-12-04; rating=poor -> 不满意的请退回重办
        do redo redone=1
        do handle handled_on=2024-12-04; result=solved; handling=恢复路面
        due rate 2024-12-09
        do rate rated_on=2024-12-05; rating=excellent
        state closed
        number 示哨〔2024〕00001号
        figure blown 1
        figure closed 1
        figure redone 1
        figure open 0

        = city.facility
        do remove removed_on=2024-12-16
        state removed
        figure active 0
        """;
}

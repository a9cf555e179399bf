namespace Fazhang.Tests.Lines;

/// <summary>The walks of 复议应诉, one or two a business line.</summary>
internal static class ReconsiderationWalks
{
    public const string Reconsideration = """
        = reconsideration.visit
        new visited_on=2026-06-30; channel=visit; persons=1; topic=penalty; question=对罚款不服; received_by=孙接待; result=applied
        offers reconsideration.case
        new visited_on=2026-07-01; channel=visit; persons=6; topic=penalty; question=集体对处罚不服; group_incident=true; handled=当面解答并引导复议; received_by=孙接待; result=pending
        no persons=2 -> 五人以上
        due finish 2026-07-08
        not finish closed_on=2026-07-02 -> 要写明后续处理结果
        do finish closed_on=2026-07-02; followed=当日形成复议申请
        state finished
        figure persons 7
        figure visits 7
        figure applied 1
        figure group_incidents 1

        = reconsideration.population
        new year_on=2026-01-01; population=300000; source=统计公报
        no year_on=2026-02-01 -> 1月1日
        do confirm confirmed_on=2026-03-02
        state confirmed
        figure population 300000
        figure hundreds 3000

        = reconsideration.team_activity
        new kind=integrity; name=警示教育; planned_on=2026-03-02
        not hold held_on=2026-09-19; attendees=12 -> 不能晚于今天
        not hold held_on=2026-03-06; attendees=12; respondents=20 -> 不能多于参加人次
        do hold held_on=2026-03-06; attendees=12
        state held
        figure integrity 1
        figure held 1

        = reconsideration.case
        new applied_on=2026-07-01; channel=agency; agency_received_on=2026-06-29; agency_forwarded_on=2026-07-01; green=true; applicant_kind=company; applicant=海风商贸有限公司; respondent=@east; respondent_level=department; act=penalty; field=market; claim=请求撤销处罚决定; attached_review=true; known_on=2026-06-10
        no channel=window -> 只有通过处罚机关提交
        no respondent_lawyer=true; respondent_staff=0 -> 不得只委托律师
        due examine 2026-07-08
        do tell_respondent respondent_told_on=2026-07-02
        not accept accepted_on=2026-07-06; procedure=summary; summary_basis=consent; serious=true; handler=陈承办 -> 不适用简易程序
        do accept accepted_on=2026-07-06; procedure=ordinary; serious=true; handler=陈承办; second_handler=李协办
        due decide 2026-09-04
        do send_copy copy_sent_on=2026-07-07; copy_received_on=2026-07-08
        due reply 2026-07-22
        do receive_reply copy_received_on=2026-07-08; replied_on=2026-07-20
        not hear heard_on=2026-07-01; heard_way=phone -> 不能早于受理日期
        do hear heard_on=2026-07-21; heard_way=phone
        do stay stay_on=2026-07-21; stay=request
        do survey survey_kind=survey; survey_from=2026-07-22
        do end_survey survey_until=2026-07-27
        due decide 2026-09-09
        do ask_raise raise_asked_on=2026-07-28
        do keep raise_answered_on=2026-08-03
        due decide 2026-09-15
        do suspend suspended_on=2026-08-04; suspension_reason=document_review
        offers reconsideration.document_review

        = reconsideration.document_review
        new case=#reconsideration.case; origin=request; suspended_on=2026-08-04; title=停车管理规定; clause=第八条; maker=甲区市场监督管理局; competent=own
        no suspended_on=2026-09-19 -> 不能晚于今天
        due notify 2026-08-07
        due conclude 2026-09-03
        not forward forwarded_on=2026-08-05; forwarded_to=市政府 -> 无权处理的才转送
        do notify notified_on=2026-08-06; received_on=2026-08-06
        due answer 2026-08-20
        do answer received_on=2026-08-06; answered_on=2026-08-14
        do hear heard_on=2026-08-17
        do halt concluded_on=2026-08-21; violation=burden; opinion=没有依据增加义务
        do correct corrected_on=2026-09-10
        state concluded
        number 示复附〔2026〕1号
        figure stopped 1
        figure open 0

        = reconsideration.committee
        new kind=consultation; planned_on=2026-08-20; subject=海风商贸案咨询
        not hold held_on=2026-08-24; chair=主任; members=7; minutes=记录 -> 要列出咨询的案件

        = reconsideration.committee
        new kind=consultation; planned_on=2026-08-20; subject=海风商贸案咨询; cases=[{"number":"示复〔2026〕1号","ground":"serious","opinion":"撤销"}]
        do hold held_on=2026-08-24; chair=主任; members=7; outside=4; minutes=记录
        state held
        figure held 1
        figure cases 1

        = reconsideration.case
        do resume resumed_on=2026-08-21
        do consult consulted_on=2026-08-24; consultation_adopted=true
        not decide closed_on=2026-08-31; outcome=upheld -> 要先听证并提请复议委员会咨询
        not call_hearing hearing_notified_on=2026-08-21; hearing_on=2026-08-26; hearing_host=陈承办; hearing_members=2; hearing_recorder=李协办 -> 五个工作日前书面通知
        do call_hearing hearing_notified_on=2026-08-21; hearing_on=2026-08-28; hearing_host=陈承办; hearing_members=2; hearing_recorder=李协办
        paper 示复听〔2026〕1号 -> 2026年8月28日举行听证
        figure hearings 0
        not decide closed_on=2026-08-31; outcome=upheld -> 要先听证并提请复议委员会咨询
        not hold_hearing hearing_notified_on=2026-08-21; hearing_on=2026-08-28; leader_attended=false; hearing_host=陈承办; hearing_members=2; hearing_recorder=李协办 -> 负责人未参加听证的理由
        not hold_hearing hearing_notified_on=2026-08-21; hearing_on=2026-08-28; leader_attended=true; hearing_host=陈承办; hearing_members=1; hearing_recorder=李协办 -> 听证员人数
        do hold_hearing hearing_notified_on=2026-08-21; hearing_on=2026-08-28; leader_attended=true; hearing_host=陈承办; hearing_members=2; hearing_recorder=李协办
        not decide closed_on=2026-08-31; outcome=revoked; redo=false -> 纠错的要选纠错原因
        not decide closed_on=2026-08-31; outcome=ordered; grounds=omission -> 责令履行的期限
        not decide closed_on=2026-08-31; outcome=upheld; redo=true; redo_term=d60 -> 只有撤销
        do decide closed_on=2026-08-31; outcome=revoked; found=停车位由物业管理; reasoning=所依据的条款没有上位法依据; grounds=basis; redo=true; redo_term=d60
        paper 示复决〔2026〕1号 -> 停车位由物业管理
        do serve served_on=2026-09-01
        offers litigation.case
        due redo 2026-11-02
        do publish published_on=2026-09-08
        do redo redone_on=2026-09-14
        do send_opinion opinion_on=2026-09-02
        due opinion 2026-11-02
        do receive_opinion opinion_replied_on=2026-09-16
        do perform performed_on=2026-09-16; compliance=complied
        not file filed_on=2026-09-17; compliance=complied; no_lead=已经纠正 -> 先抄告上一级主管部门
        not copy_up copied_on=2026-08-31 -> 抄告在送达之后
        do copy_up copied_on=2026-09-02
        not file filed_on=2026-09-17; compliance=complied -> 转执法监督
        do lead grounds=basis
        opens enforcement.supervision
        paper 示复抄〔2026〕1号 -> 上一级主管部门
        not file filed_on=2026-09-17; compliance=complied; no_lead=已经纠正 -> 不写不转的理由
        do file filed_on=2026-09-17; compliance=complied
        state filed
        figure leads 1
        figure copied 1
        figure leader_hearings 1
        figure hearings 1
        number 示复〔2026〕1号
        figure received 1
        figure green 1
        figure corrected 1
        figure ordered_or_revoked 1
        figure conclusion_rate 100
        figure opinion_rate 100
        figure complied 1

        = enforcement.supervision
        state registered
        number 示执监问〔2026〕1号
        figure from_proceedings 1
        do dismiss verified_on=2026-09-18; handler=陈监督; measures=files; facts=复议已经纠正

        = reconsideration.recommendation
        new subject=规范停车处罚; recipient=@east; field=market; case=#reconsideration.case; cases=3; problem=以无效条款处罚; advice=停止适用并清理; drafted_on=2026-09-01
        no drafted_on=2026-09-19 -> 起草日期不能晚于今天
        do issue issued_on=2026-09-02; term=d60
        due reply 2026-11-02
        do reply replied_on=2026-09-16; adopted=full; measures=清理文件二件
        state replied
        number 示复建〔2026〕1号
        figure issued 1
        figure adopted 1
        """;

    /// <summary>What the law of 2023 wants before a decision; today is 2026-09-18.</summary>
    public const string Unheard = """
        = reconsideration.case
        new applied_on=2026-07-01; channel=window; applicant_kind=citizen; applicant=王小明; respondent=@east; respondent_level=department; act=penalty; field=market; claim=请求撤销; known_on=2026-06-01
        no known_on=2026-07-02 -> 知道行政行为的日期
        do accept accepted_on=2026-07-06; procedure=ordinary; handler=陈承办
        do send_copy copy_sent_on=2026-07-07; copy_received_on=2026-07-08
        not decide closed_on=2026-08-17; outcome=claim_rejected; second_handler=李协办 -> 听取当事人意见
        do hear heard_on=2026-07-21; heard_way=phone
        not decide closed_on=2026-08-17; outcome=claim_rejected -> 要有协办人
        not decide closed_on=2026-08-17; outcome=upheld; second_handler=李协办 -> 没有答复举证的不能维持
        do decide closed_on=2026-08-17; outcome=revoked; second_handler=李协办; no_reply=true; grounds=no_reply
        do serve served_on=2026-08-18
        do copy_up copied_on=2026-08-19
        do file filed_on=2026-08-31; no_lead=已由被申请人自行纠正
        state filed
        figure corrected 1
        figure leads 0
        """;

    public const string RaisedToTheSuperior = """
        = reconsideration.case
        new applied_on=2026-07-01; channel=window; applicant_kind=citizen; applicant=王小明; respondent=@east; respondent_level=department; act=penalty; field=market; claim=请求撤销; known_on=2026-06-01
        do accept accepted_on=2026-07-06; procedure=ordinary; handler=陈承办
        do suspend suspended_on=2026-07-07; suspension_reason=death
        due missing 2026-09-07
        do resume resumed_on=2026-08-03
        do ask_raise raise_asked_on=2026-08-04
        not raise raise_answered_on=2026-08-03 -> 不能早于报请日期
        do raise raise_answered_on=2026-08-10
        state raised
        figure accepted 1
        figure closed 0
        figure open 0
        """;

    public const string Litigation = """
        = litigation.case
        new received_on=2024-07-01; court=甲区人民法院; court_number=（2024）示0202行初1号; plaintiff_kind=citizen; plaintiff=王小明; defendant=@east; defendant_level=department; act=penalty; field=market; claim=请求撤销处罚
        no instance=second -> 要填原审级案件
        no role=both -> 要填共同被告
        no received_on=2024-12-21 -> 不能晚于今天
        due answer 2024-07-16
        do answer answered_on=2024-07-12; handler=陈应诉; lawyer=true
        do notice hearing_noticed_on=2024-08-01; hearing_on=2024-08-12; notice_kind=must
        paper 示应提〔2024〕1号 -> 请安排负责人出庭
        due hearing 2024-08-12
        not attend hearing_on=2024-08-12; hearing_done_on=2024-08-12; leader_due=true; attendance=staff -> 负责人未出庭的理由
        do attend hearing_on=2024-08-12; hearing_done_on=2024-08-12; leader_due=true; chief_due=true; attendance=chief; leader_name=周局长; leader_post=局长; spoke=true
        not judge judged_on=2024-09-10; outcome=revoked -> 败诉原因
        do judge judged_on=2024-09-10; outcome=revoked; grounds=procedure
        do receive_judgment judgment_received_on=2024-09-12; document_kind=judgment
        due appeal 2024-09-27
        not take_effect effective_on=2024-09-15 -> 期满才生效
        not take_effect effective_on=2024-09-23 -> 期满才生效
        do appeal appealed_on=2024-09-20; appellant=organ
        offers litigation.case
        state appealed
        figure leader_rate 100
        figure loss_rate 100

        = litigation.case
        new received_on=2024-09-20; instance=second; earlier=#litigation.case; court=示范市中级人民法院; court_number=（2024）示02行终1号; plaintiff_kind=citizen; plaintiff=王小明; defendant=@east; defendant_level=department; act=penalty; field=market; claim=请求撤销处罚
        do answer answered_on=2024-09-30; handler=陈应诉
        do judge judged_on=2024-11-18; outcome=appeal_upheld_lost; grounds=procedure
        do receive_judgment judgment_received_on=2024-11-20; document_kind=judgment
        do take_effect effective_on=2024-11-20; duty=撤销处罚决定; perform_by=2024-12-05
        due perform 2024-12-05
        do lead grounds=procedure
        opens enforcement.supervision
        do advise advice_on=2024-11-21; advice=加强处罚告知
        do reply_advice advice_replied_on=2024-12-10
        do perform performed_on=2024-12-02
        do upload uploaded_on=2024-12-03
        not file closed_on=2024-12-16 -> 要写败诉分析
        do file closed_on=2024-12-16; lesson=未告知听证权利
        state filed
        number 示应诉〔2024〕2号
        figure leads 1
        figure performed 1
        figure no_excuse 0
        figure received 2
        figure first 1
        figure response_rate 100
        figure leader_due 1
        figure chief_attended 1
        figure lost 2
        figure open 0
        figure advice 1

        = enforcement.supervision
        state registered
        figure from_proceedings 1
        do dismiss verified_on=2024-12-20; handler=陈监督; measures=files; facts=裁判已经纠正
        """;

    public const string Linkage = """
        = linkage.meeting
        new name=府院第一次联席会议; kind=plenary; planned_on=2024-03-04; topics=[{"topic":"破产联动","proposer":"市中级人民法院"}]
        not hold held_on=2024-12-21; participants=法院、政府部门; decided=1 -> 不能晚于今天
        do hold held_on=2024-03-08; participants=法院、政府部门; decided=1
        offers linkage.matter
        due minutes 2024-03-22
        do issue minutes_on=2024-03-15
        state issued
        figure held 1
        figure decided 1

        = linkage.matter
        new meeting=#linkage.meeting; name=破产企业税务信用修复; kind=bankruptcy; proposer=court; lead=@east; problem=信用修复难; goal=出台办法; set_on=2024-03-08
        no set_on=2024-12-21 -> 确定日期不能晚于今天
        due evaluate 2024-09-04
        not evaluate evaluated_on=2024-06-03; status=achieved; result=完成 -> 只能评为“未启动”
        do start started_on=2024-03-20
        do record progress=[{"on":"2024-05-06","done":"已会商"}]
        do evaluate evaluated_on=2024-08-30; status=substantial; result=形成初稿
        do carry_on carried_on=2024-09-02
        do re_evaluate evaluated_on=2024-12-02; status=achieved; result=办法印发
        do conclude concluded_on=2024-12-03
        state concluded
        number 示府院〔2024〕1号
        figure set 1
        figure achieved 1
        figure substantial 0
        figure behind 0

        = linkage.letter
        new kind=reminder; subject=提示负责人出庭; recipient=@east; topic=appearance; body=请安排负责人出庭; drafted_on=2024-07-30
        no kind=monthly -> 通报期间
        no drafted_on=2024-12-21 -> 起草日期不能晚于今天
        do send sent_on=2024-08-01
        due reply 2024-08-16
        do remind
        not close closed_on=2024-08-10 -> 需要回复
        do answer replied_on=2024-08-09; reply=已安排; adopted=full
        state replied
        number 示府院函〔2024〕1号
        figure reminders 1
        figure transfers 0
        figure open 0

        = linkage.model_case
        new name=破产信用修复; matter=#linkage.matter; author=@east; summary=府院会商; submitted_on=2024-10-08; submitted_to=省府院联动办; level=province
        no submitted_on=2024-12-21 -> 报送日期不能晚于今天
        do select selected_on=2024-12-10; basis=入选通报
        state selected
        figure provincial 1
        """;

    public const string FileReview = """
        = filereview.batch
        new name=人民调解案卷评查第一批; line=mediation; level=city; period_from=2024-01-01; period_until=2024-06-30; started_on=2024-09-02; pool=1000
        no good=95 -> 等次线应当优秀高于良好
        not draw drawn_on=2024-09-04; drawn=2000; experts=[{"name":"周专家"}] -> 不能多于案卷总数
        do draw drawn_on=2024-09-04; drawn=100; seed=20240903; experts=[{"name":"周专家","employer":"某律所"},{"name":"吴专家"}]
        offers filereview.file
        figure mediation 1

        = filereview.file
        new batch=#filereview.batch; line=mediation; file_number=甲东人调〔2024〕8号; office=@town; assigned_on=2024-09-05; first_expert=周专家; second_expert=吴专家
        no second_expert=周专家 -> 不能是同一人
        no assigned_on=2024-12-21 -> 分配日期不能晚于今天
        due grade 2024-09-27
        not inspect reviewed_on=2024-09-10; comments=好 -> 只有检视用这个操作
        not grade reviewed_on=2024-09-10; first_score=92; second_score=88; veto=true; grade=good -> 一票否决
        not grade reviewed_on=2024-09-10; first_score=58; second_score=55; grade=qualified -> 等次与得分不符
        not grade reviewed_on=2024-09-10; first_score=95; second_score=88; grade=good -> 等次与得分不符
        do grade reviewed_on=2024-09-10; first_score=58; second_score=55; deductions=[{"item":"协议","points":"20","problem":"没有签名"}]; grade=unqualified
        not finish -> 不合格案卷应当反馈并整改
        do notify notified_on=2024-09-18
        paper 示评意〔2024〕00001号 -> 56.5
        due rectify 2024-10-18
        do appeal appealed_on=2024-09-23; appeal=已补签
        not regrade first_score=58; second_score=55; grade=qualified -> 等次与得分不符
        do regrade first_score=62; second_score=64; grade=qualified
        do rectify rectified_on=2024-10-10; rectification=补正签名
        state finished
        figure reviewed 1
        figure mediation 1
        figure mean 63
        figure fine_rate 0

        = filereview.file
        new batch=#filereview.batch; step=inspect; line=reconsideration; file_number=示复〔2023〕3号; office=@city; assigned_on=2024-09-05; first_expert=周专家
        do inspect reviewed_on=2024-09-12; comments=文书齐全
        do finish
        state finished
        figure reconsideration_inspected 1

        = filereview.batch
        not end ended_on=2024-09-01; common=签名缺失 -> 不能早于抽卷日期
        do end ended_on=2024-10-15; common=签名缺失
        due circulate 2024-11-14
        do circulate circulated_on=2024-10-28
        state circulated
        number 示评查〔2024〕1号
        figure started 1
        """;
}

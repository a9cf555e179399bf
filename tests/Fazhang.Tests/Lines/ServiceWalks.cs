namespace Fazhang.Tests.Lines;

/// <summary>The walks of 公共法律服务 that the public meets: legal aid, hotline, service centres, enterprises.</summary>
internal static class ServiceWalks
{
    public const string Aid = """
        = hotline.consultation
        new answered_on=2024-12-02; channel=window; topic=labour; question=工程款结清后工资没有发; result=aid; drafted=1; answered_by=坐席一
        no channel=phone -> 电话咨询不能代拟文书
        state answered
        figure window 1
        figure drafted 1

        = aid.transfer
        new received_on=2024-12-02; applicant=吴某; phone=13800138000; kind=civil; cause=wages; recipient=migrant; facts=乙区工地工资未付; scope=county; destination=乙区法律援助中心; destination_unit=@west; ground=court
        no destination_unit=@city -> 不用转交
        no kind=criminal; ground=dispute -> 刑事案件由办案机关所在地
        due transfer 2024-12-03
        do transfer transferred_on=2024-12-03
        do accept accepted_on=2024-12-04
        due report 2024-12-16
        not report closed_on=2024-12-03; result=granted -> 不能早于接收日期
        do report closed_on=2024-12-10; result=granted; told_on=2024-12-10
        state closed
        number 示援转〔2024〕1号
        figure county 1
        figure open 0

        = aid.case
        new applied_on=2024-12-02; entry=hotline; consultation=#hotline.consultation; kind=civil; form=execution; cause=wages; applicant=吴某; recipient=migrant; persons=3; from_outside=true; hardship=exempt; claimed=90000; facts=申请强制执行调解书确定的工资
        no entry=application -> 案件来源应当是热线或窗口转来
        no form=defence -> 服务形式与案件类别不符
        due examine 2024-12-09
        do grant accepted_on=2024-12-04
        paper 示援给〔2024〕1号 -> 劳动报酬
        due assign 2024-12-09
        do assign assigned_on=2024-12-05; organisation=某某律师事务所; lawyer=李援助
        paper 示援派〔2024〕1号 -> 李援助
        do terminate closed_on=2024-12-06; termination=own_lawyer
        figure open 0
        do object_termination objection_on=2024-12-09
        due objection 2024-12-16
        do order_resume objection_decided_on=2024-12-11
        do close closed_on=2024-12-16; outcome=won; recovered=90000; satisfaction=good
        due archive 2025-01-15
        not object_termination objection_on=2024-12-17 -> 只有终止援助的案件
        do archive archived_on=2024-12-17; file_grade=unqualified
        due pay 2025-01-16
        not pay subsidy=1500; subsidy_paid_on=2024-12-18 -> 案卷不合格的不支付补贴
        change file_grade=good
        not pay subsidy=1500; subsidy_paid_on=2024-12-18; subsidy_items=[{"item":"基本补贴","amount":"1200"}] -> 补贴明细的合计
        do pay subsidy=1500; subsidy_paid_on=2024-12-18; subsidy_items=[{"item":"基本补贴","amount":"1200"},{"item":"异地办案","amount":"300"}]
        state paid
        number 示援〔2024〕1号
        figure migrant_execution 1
        figure migrant_execution_amount 90000
        figure outside_migrants 3
        figure migrants_paid 3
        figure wage_amount 90000
        figure closed 1
        figure satisfaction_rate 100
        figure subsidies 1500
        figure graded 1

        = aid.duty
        new helped_on=2024-12-03; place=detention; lawyer=王值班; licence=12102202010123456; person=钱某; agency=甲区人民检察院; stage=prosecution; kind=plea; items=consultation,procedure,forward; applied_on=2024-12-03
        no minor=true; items=consultation; applied_on= -> 未成年人认罪认罚应当有辩护人
        due forward 2024-12-04
        not finish finished_on=2024-12-05 -> 先登记转交
        do forward forwarded_on=2024-12-04
        not sign signed_on=2024-12-05; present=false -> 应当在场
        do sign signed_on=2024-12-05; present=true
        do finish finished_on=2024-12-10; subsidy=200
        state finished
        number 示援值〔2024〕00001号
        figure plea 1
        figure signed 1
        figure lawyers 1

        = aid.activity
        new name=法律援助进工地; programme=livelihood; place_kind=site; place=东区工地; planned_on=2024-12-09
        not hold held_on=2024-12-10; lawyers=3; consulted=160; contracts=600; flawed=700 -> 不能多于普查的合同
        do hold held_on=2024-12-10; lawyers=3; consulted=160; contracts=600; flawed=35; applications=8
        state held
        figure consulted 160
        figure contracts 600

        = aid.supervision
        new kind=revisit; done_on=2024-12-18; aid_case=#aid.case; by_whom=郑质量; content=受援人表示满意; satisfaction=good
        no satisfaction= -> 受访人评价
        do close handled_on=2024-12-19; handling=none
        figure satisfaction_rate 100
        new kind=complaint; done_on=2024-12-09; aid_case=#aid.case; complainant=吴某; content=没有及时通报进展
        due handle 2025-02-07
        not close handled_on=2024-12-16; handling=none -> 投诉请用
        do answer handled_on=2024-12-16; accepted=accepted; problem=late; handling=corrected; told_on=2024-12-17
        paper 示援投〔2024〕1号 -> 督促改正
        state closed
        figure complaints 1
        figure problems 1
        """;

    public const string Hotline = """
        = hotline.plan
        new name=原方案; slots_before=0; hours=all_day; slots=[{"start":"08:00","end":"20:00","seats":"3"}]; analysis=首次排班; drafted_on=2023-12-01
        no drafted_on=2024-12-21 -> 拟定日期不能晚于今天
        do adopt effective_on=2023-12-11
        do end ended_on=2024-06-30
        new name=新方案; previous=#hotline.plan; slots_before=1; hours=all_day; slots=[{"start":"08:00","end":"14:00","seats":"5"},{"start":"14:00","end":"20:00","seats":"2"}]; analysis=上午来电集中; drafted_on=2024-06-20
        no slots_before=0 -> 要填原来的时段数
        not adopt effective_on=2024-06-19 -> 启用日期不能早于拟定日期
        do adopt effective_on=2024-07-01
        figure slots 2
        figure slots_before 1
        figure running 1
        do end ended_on=2024-12-16
        state ended
        number 示热案〔2024〕1号

        = hotline.consultation
        new answered_on=2024-12-09; channel=phone; slot=h08; caller=孙某; phone=13800138000; topic=debt; question=借条过期; result=mediation; answered_by=坐席二; minutes=6
        no people=2 -> 一次记一人次
        figure calls 1
        figure cases 1
        figure minutes 6

        = hotline.message
        new received_on=2024-12-09; via=site; topic=labour; content=没有签合同怎么办
        no received_on=2024-12-21 -> 收到日期不能晚于今天
        due reply 2024-12-12
        do assign assigned_on=2024-12-09; answerer=坐席三
        not reply replied_on=2024-12-11; reply=可以主张二倍工资; published=true; checked_by=坐席三 -> 不能是同一人
        do reply replied_on=2024-12-11; reply=可以主张二倍工资; published=true; checked_by=坐席四
        do rate satisfaction=good
        state finished
        number 示留〔2024〕00001号
        figure open 0

        = hotline.ticket
        new consultation=#hotline.consultation; opened_on=2024-12-11; caller=孙某; phone=13800138000; request=调解借款纠纷; route=mediation; receiver=@town; receiver_name=东街调委会
        no consultation= -> 工单要有来源
        do send sent_on=2024-12-11
        due accept 2024-12-12
        do refuse refused_reason=不属本街道
        do send sent_on=2024-12-11
        do accept accepted_on=2024-12-12
        offers mediation.case
        due finish 2024-12-18
        do finish done_on=2024-12-16; result=solved; reply=已达成协议
        due visit 2024-12-19
        do visit visited_on=2024-12-17; satisfaction=very_good
        state closed
        number 示热单〔2024〕00001号
        figure done 1
        figure satisfaction_rate 100
        figure open 0

        = hotline.traffic
        new period=2024-11; calls=1000; answered=950; abandoned=30; missed=20; online=40; window=10; consultations=1000; rated=500; satisfied=490; filler=甲
        no calls=999 -> 三项之和应当等于呼入电话
        no consultations=900 -> 受理咨询合计
        due submit 2024-12-11
        do submit submitted_on=2024-12-05
        do send_back
        do submit submitted_on=2024-12-06
        figure calls 0
        do approve approved_on=2024-12-09
        state approved
        figure answer_rate 95
        figure consultations 1000
        figure satisfaction_rate 98
        """;

    public const string Platform = """
        = platform.site
        new kind=center; name=示范市公共法律服务中心; address=人民路1号; opened_on=2024-03-01; services=consultation,aid,enterprise; windows=[{"name":"法律援助","services":"援助申请","staff":"2"}]
        no windows= -> 至少要有一个窗口
        no kind=station -> 要填上级平台
        due inspect 2025-03-03
        do open_window enterprise_window_on=2024-05-06
        do inspect checked_on=2024-11-01; grade=good
        figure centers 1
        figure enterprise_windows 1

        = platform.contact_point
        new name=商会联系点; kind=chamber; host=市工商联; site=#platform.site; contact=周联络; phone=13800138000; established_on=2024-06-03
        no established_on=2024-12-21 -> 设立日期不能晚于今天
        do record visits=[{"on":"2024-09-02","persons":"12","note":"合同讲座"}]
        figure active 1
        do end ended_on=2024-12-16
        state ended
        number 示公联001
        figure active 0

        = platform.matter
        new received_on=2024-12-09; site=#platform.site; service=mediation; applicant=褚某; content=邻里漏水; officer=窗口一
        do refer accepted_on=2024-12-09; referred_to=东街调委会
        offers mediation.case
        do finish done_on=2024-12-10
        new received_on=2024-12-09; site=#platform.site; service=notary; applicant=冯某; content=咨询继承公证; officer=窗口一
        no service=enterprise -> 申请人应当是企业或者个体工商户
        due accept 2024-12-10
        do refer accepted_on=2024-12-09; referred_to=示范公证处
        due finish 2024-12-23
        not finish done_on=2024-12-08 -> 不能早于接办日期
        do finish done_on=2024-12-12; satisfaction=good
        state done
        number 示公事〔2024〕00002号
        figure received 2
        figure referred 2
        figure open 0

        = platform.site
        not close closed_on=2024-12-16 -> 先登记撤销窗口
        do close_window enterprise_window_until=2024-12-16
        do close closed_on=2024-12-16
        state closed
        figure centers 0
        figure enterprise_windows 0
        """;

    public const string Enterprise = """
        = enterprise.demand
        new received_on=2024-11-04; source=visit; programme=lawyers_link; enterprise=海风食品有限公司; credit=91210200MA1000001U; kind=gap; content=没有用工管理制度
        no kind=debt -> 涉及金额
        do assign reviewed_on=2024-11-05; assigned_on=2024-11-05; handler=@east
        due solve 2024-11-26
        not solve done_on=2024-11-15; result=explained; measure=说明 -> 已解决
        not lead -> 只有反映行政执法
        do solve done_on=2024-11-15; result=resolved; measure=帮助制定用工制度
        do reopen
        do solve done_on=2024-11-20; result=resolved; measure=补充考勤办法
        do confirm confirmed_on=2024-11-25; satisfaction=very_good
        state closed
        number 示企诉〔2024〕0001号
        figure resolved 1
        figure gaps_fixed 1
        figure difficulties 0
        figure resolution_rate 100
        figure open 0

        = enterprise.service
        new served_on=2024-11-04; programme=lawyers_link; kind=review; quantity=2; enterprise=海风食品有限公司; credit=91210200MA1000001U; ownership=private; lawyer=韩律师; licence=12102202010123456; firm=某某律师事务所; topic=labour; content=审查劳动合同和考勤办法; documents=[{"name":"劳动合同","kind":"contract"},{"name":"考勤办法","kind":"rule"}]
        no quantity=3 -> 数量应当等于文书清单的行数
        no kind=consultation -> 只有审查、起草和出具意见填文书清单
        do confirm confirmed_on=2024-11-18; adopted=full; loss_avoided=200000; evidence=企业确认书
        new served_on=2024-11-06; programme=center; kind=consultation; quantity=3; enterprise=海风食品有限公司; credit=91210200MA1000001U; ownership=private; lawyer=韩律师; licence=12102202010123456; firm=某某律师事务所; topic=contract; content=解答合同问题
        do close
        state confirmed
        figure lawyers 1
        figure enterprises 1
        figure reviewed 2
        figure consultations 3
        figure center_consultations 3
        figure link_consultations 0
        figure link_enterprises 1
        figure loss_avoided 200000

        = enterprise.checkup
        new programme=grassroots; enterprise=海风食品有限公司; credit=91210200MA1000001U; ownership=private; agreed=true; planned_on=2024-11-11; team=[{"name":"韩律师","licence":"12102202010123456"}]; areas=contract,labour
        no planned_on=2024-12-21 -> 约定日期不能晚于今天
        not check checked_on=2024-11-10 -> 体检日期不能早于约定日期
        do check checked_on=2024-11-12; risks=[{"area":"劳动用工","risk":"没有书面合同","level":"high","advice":"补签"}]
        due report 2024-12-03
        do report reported_on=2024-11-20
        not visit visited_on=2024-12-10; fixed=2 -> 已整改的不能多于风险点
        do visit visited_on=2024-12-10; fixed=1
        state finished
        number 示企检〔2024〕1号
        figure checkups 1
        figure reports 1
        figure risks 1

        = enterprise.activity
        new kind=grassroots; programme=grassroots; name=走进幸福社区; place_kind=community; place=幸福社区; held_on=2024-11-13; host=公共法律服务科; attendees=20; consulted=6
        no place_kind= -> 去处
        no kind=delivery -> 只有走基层填去处
        state held
        number 示企活〔2024〕0001号
        figure grassroots 1
        figure to_communities 1
        figure to_villages 0
        figure lectures 0
        """;
}

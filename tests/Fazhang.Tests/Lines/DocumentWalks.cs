namespace Fazhang.Tests.Lines;

/// <summary>The walks of 立法与文件, one a business line. Today is Friday 2024-12-20.</summary>
internal static class DocumentWalks
{
    public const string Legislation = """
        = legislation.project
        new title=行政执法监督办法; kind=government_rule; action=enact; proposed_on=2023-11-06; proposer=@city; reason=规范执法监督; small=true
        no action=repeal -> 所修改或废止的法规规章
        do plan planned_on=2024-01-15; plan_year=2024
        do draft drafter=@city; draft_started_on=2024-02-01
        do consult consult_from=2024-04-01; consult_until=2024-04-20
        not submit submitted_on=2024-05-10; fair_competition=not_involved -> 不少于三十日
        do consult consult_from=2024-04-01; consult_until=2024-05-06
        paper 示立征〔2024〕2号 -> 2024年4月1日至2024年5月6日
        do count_opinions opinions_received=40; opinions_adopted=10
        do submit submitted_on=2024-05-10; fair_competition=not_involved
        due review 2024-07-09
        do review reviewed_on=2024-07-05; review_result=revise
        do deliberate deliberated_on=2024-08-12; meeting=executive
        not to_congress to_congress_on=2024-08-20 -> 不提请人大审议
        not publish_rule order_number=第9号; published_on=2024-08-20; effective_on=2024-09-01 -> 请写明理由
        do publish_rule order_number=第9号; published_on=2024-08-20; effective_on=2024-10-01
        due file 2024-09-19
        not file filed_on=2024-09-10; filed_to=state_council -> 请选全
        do file filed_on=2024-09-10; filed_to=state_council,province_congress,province_government,local_congress
        do archive archived_on=2024-09-30
        state archived
        number 示立〔2023〕1号
        figure rules_enacted 1
        figure regulations_enacted 0
        figure repealed 0
        figure adoption_rate 25

        = legislation.rule
        new title=行政执法监督办法; order_number=第9号; published_on=2024-08-20; effective_on=2024-10-01; enterprise=true; project=#legislation.project
        no effective_on=2024-08-01 -> 施行日期不能早于公布日期
        figure in_force 1
        figure enterprise 1
        do end ended_on=2024-12-18; ending=repealed
        state ended
        number 示章〔2024〕1号
        figure in_force 0
        figure ended 1

        = legislation.draft
        new title=社会信用条例草案; kind=local; from=省司法厅; received_on=2024-06-03; reply_by=2024-06-14
        no reply_by=2024-06-01 -> 不能早于收文日期
        due reply 2024-06-17
        not reply replied_on=2024-06-12; no_opinion=false -> 有意见的先汇总意见
        do collect opinions=[{"organ":"甲区政府","article":"第三条","opinion":"增加修复程序","adopted":"all"}]

        = legislation.contact_point
        new name=东街商会; level=city; kind=association; set_on=2024-03-04; contact=蒋联络; contact_phone=13800138000
        no set_on=2024-12-23 -> 不能晚于今天
        figure city 1
        figure province 0
        not standardise standardised_on=2024-10-10; standards=plate -> 至少要有统一挂牌
        do standardise standardised_on=2024-10-10; standards=plate,place,rules,files
        figure standardised 1

        = legislation.consultation
        new draft=#legislation.draft; sent_on=2024-06-04; form=letter; organs=[{"organ":"甲区政府"},{"organ":"乙区政府"}]; contact_point=#legislation.contact_point; reply_by=2024-06-11
        no reply_by=2024-06-03 -> 不能早于发函日期
        due close 2024-06-14
        not close closed_on=2024-06-12; replies=3; opinions=1 -> 不能多于征求单位数
        do close closed_on=2024-06-12; replies=2; opinions=1
        state closed
        number 示征〔2024〕1号
        figure rounds 1
        figure drafts 1

        = legislation.draft
        do reply replied_on=2024-06-14; no_opinion=false
        value rounds=1
        state replied
        number 示草〔2024〕1号
        figure opinions 1

        = legislation.consultation
        no sent_on=2024-06-17; reply_by=2024-06-20 -> 已经反馈上级

        = legislation.contact_point
        do assess inspected_on=2024-12-10; grade=good
        value consulted=1
        do end ended_on=2024-12-16
        state ended
        number 示立联〔2024〕1号
        figure active 0
        """;

    public const string LegalityReview = """
        = legality.review
        new title=停车收费方案; kind=policy; sender=@east; received_on=2024-11-04; internal=true; fair_competition=missing
        no wanted_on=2024-11-01 -> 不能早于收到日期
        no kind=decision; wanted_on=2024-11-08 -> 一般不少于七个工作日
        do assign assigned_on=2024-11-05; reviewer=沈审查
        due review 2024-11-18
        do ask_supplement supplement_on=2024-11-06; supplement_items=公平竞争审查表
        paper 示法审补〔2024〕1号 -> 公平竞争审查表
        do receive_supplement supplemented_on=2024-11-12
        due review 2024-11-22
        not issue opinion_on=2024-11-15; result=lawful -> 公平竞争审查
        do issue opinion_on=2024-11-15; result=revise; issues=competition; opinion=删去限定经营者的内容; items=2
        paper 示法审意〔2024〕1号 -> 结论为：修改后合法
        due adopt 2024-12-06
        not close  -> 应当登记采纳情况
        not feed_back feedback_on=2024-11-22; adopted=all; adopted_items=3 -> 不能多于意见条数
        do feed_back feedback_on=2024-11-22; adopted=all; adopted_items=2
        state closed
        number 示法审〔2024〕1号
        figure reviewed 1
        figure policy 1
        figure meeting 0
        figure adoption_rate 100

        = legality.affair
        new title=园区投资协议; kind=agreement; asked_on=2024-11-11; asked_by=@city; amount=50000000
        no asked_on=2024-12-30 -> 不能晚于今天
        due advise 2024-11-25
        do record_work meetings=2; risks=违约责任不对等
        not advise advised_on=2024-11-08; advice=调整 -> 不能早于交办日期
        do advise advised_on=2024-11-20; advice=调整违约条款
        paper 示涉法函〔2024〕1号 -> 违约责任不对等
        do close closed_on=2024-12-02; adopted=all
        state closed
        number 示涉法〔2024〕1号
        figure handled 1
        """;

    public const string Filing = """
        = document.filing
        new direction=received; title=甲区停车管理规定; kind=government; document_number=甲政规〔2024〕1号; issuer=@east; issued_on=2024-11-01; received_on=2024-11-12; channel=platform; materials=report,text,explanation
        no received_on=2024-10-31 -> 不能早于公布或印发日期
        no materials=text -> 至少要有备案报告
        no direction=up -> 报送机关
        due file 2024-11-18
        not confirm_up reviewed_on=2024-11-15 -> 只登记向上级和人大的报备
        do defer deferred_on=2024-11-13; deferred_items=起草说明
        paper 示备补〔2024〕1号 -> 起草说明
        due supplement 2024-11-28
        do supplement supplemented_on=2024-11-15
        do accept accepted_on=2024-11-15; reviewer=韩审查
        due review 2024-12-16
        do extend extended_on=2024-12-13
        due review 2025-01-06
        not demand reviewed_on=2024-12-02; result=registered; issues=form; opinion_on=2024-12-02; opinion=补正 -> 应当是“纠正（不规范）”
        do demand reviewed_on=2024-12-02; result=irregular; issues=form; opinion_on=2024-12-02; opinion=重新编号公布
        paper 示备审〔2024〕1号 -> 存在下列问题：重新编号公布
        due correct 2025-01-02
        do correct corrected_on=2024-12-12; correction=republished
        state corrected
        number 示备〔2024〕1号
        figure received 1
        figure reviewed 1
        figure corrected 1
        figure filed_up 0
        figure platform 1
        figure review_rate 100
        figure on_time_rate 100

        new direction=up; title=市停车管理规定; kind=government; document_number=示政规〔2024〕2号; issuer=@city; issued_on=2024-11-04; received_on=2024-11-12; channel=paper; filed_to=superior,congress; materials=report,text,explanation
        not accept accepted_on=2024-11-13; reviewer=韩审查 -> 上报的请用“登记上级备案”
        do confirm_up reviewed_on=2024-12-02
        state confirmed
        figure filed_up 1
        figure platform 1

        new direction=received; title=乙区停车管理规定; kind=government; document_number=乙政规〔2024〕5号; issuer=@west; issued_on=2024-11-20; received_on=2024-12-09; channel=both; materials=report,text,explanation
        do accept accepted_on=2024-12-10; reviewer=韩审查
        do register reviewed_on=2024-12-16; notice_on=2024-12-17; catalogue=true
        opens document.catalogue
        paper 示备登〔2024〕1号 -> 准予备案登记
        state registered
        figure platform 2
        figure on_time_rate 50
        figure review_rate 100

        = document.catalogue
        state listed
        number 示目〔2024〕1号
        due publish 2025-01-14
        not publish published_on=2024-12-15 -> 不能早于列入目录日期
        do publish published_on=2024-12-18
        figure listed 1
        figure in_catalogue 1
        do remove removed_on=2024-12-20; removal=replaced
        figure in_catalogue 0
        """;

    public const string CleanUp = """
        = document.normative
        new title=旧市场办法; issuer=government; business=false; subject=market; drafted_on=2023-01-09
        do submit_review review_from=2023-02-06
        do review reviewed_on=2023-02-13; review_result=lawful
        do issue deliberated_on=2023-03-01; issued_on=2023-03-06; published_on=2023-03-07; effective_on=2023-04-03; document_number=示政发〔2010〕3号
        figure in_force 1

        = document.cleanup
        new title=机构改革专项清理; kind=reform; started_on=2024-09-02; issued_until=2024-08-01; issuers=government,office
        no issued_from=2024-09-01 -> 止日不能早于起日
        do scope scoped_on=2024-09-09; total=3; opinions_by=2024-10-08
        paper 示清通〔2024〕1号 -> 经核对共3件
        due collect 2024-10-08

        = document.cleanup_item
        new campaign=#document.cleanup; document=#document.normative; title=旧市场办法; document_number=示政发〔2010〕3号; kind=government; issued_on=2010-05-04; enforcer=@east; joint=true; enterprise=true; listed_on=2024-09-09
        no title=同号文件 -> 发文字号
        no document_number=示政发〔2024〕9号; issued_on=2024-09-10 -> 不能晚于列入清理日期
        due propose 2024-10-09
        not propose proposed_on=2024-10-08; proposal=repealed -> 理由

        = document.cleanup
        not collect opinions_on=2024-10-08 -> 有文件没有提出清理意见

        = document.cleanup_item
        do propose proposed_on=2024-10-08; proposal=repealed; reason=reform

        = document.cleanup
        do collect opinions_on=2024-10-08

        = document.cleanup_item
        do review reviewed_on=2024-10-21; opinion=repealed
        do send_back
        due propose 2024-10-09
        do propose proposed_on=2024-10-08; proposal=repealed; reason=reform
        do review reviewed_on=2024-10-21; opinion=repealed

        = document.cleanup
        do review reviewed_on=2024-10-21
        not decide decided_on=2024-11-04 -> 还有文件没有登记清理决定

        = document.cleanup_item
        do decide decided_on=2024-11-04; result=repealed
        do finish done_on=2024-11-29
        mark repealed

        = document.normative
        look
        state ended
        value ending_basis=示清〔2024〕1号，机构改革专项清理，决定废止
        figure in_force 0
        figure repealed 1

        = document.cleanup
        not decide decided_on=2024-11-04 -> 应当等于清理范围件数

        = document.cleanup_item
        new campaign=#document.cleanup; title=车辆管理办法; document_number=示政发〔2012〕8号; kind=office; issued_on=2012-05-04; enforcer=@east; listed_on=2024-09-09
        do propose proposed_on=2024-10-08; proposal=kept
        do review reviewed_on=2024-10-21; opinion=kept
        do decide decided_on=2024-11-04; result=kept
        new campaign=#document.cleanup; title=某次会议工作方案; document_number=示政发〔2013〕9号; kind=office; issued_on=2013-05-06; enforcer=@east; listed_on=2024-09-09
        do remove removed_on=2024-10-08
        new campaign=#document.cleanup; title=临时补贴办法; document_number=示政发〔2014〕8号; kind=office; issued_on=2014-05-05; enforcer=@east; listed_on=2024-09-09
        do propose proposed_on=2024-10-08; proposal=lapsed; reason=expired
        do review reviewed_on=2024-10-21; opinion=lapsed
        do decide decided_on=2024-11-04; result=lapsed
        figure listed 3
        take repealed
        state finished
        number 示清件〔2024〕1号
        figure joint 1
        figure enterprise 1
        figure repealed 1
        figure repealed_reform 1
        figure changed_done 1
        figure kept 1
        figure lapsed 1
        figure open 0

        = document.cleanup
        do decide decided_on=2024-11-04
        value kept=1
        value amended=0
        value repealed=1
        value lapsed=1
        due publish 2024-12-02
        do publish published_on=2024-11-29
        paper 示清告〔2024〕1号 -> 废止和宣布失效的文件
        state published
        number 示清〔2024〕1号
        figure campaigns 1
        figure scope 3

        = document.cleanup_item
        no title=漏掉的文件; document_number=示政发〔2015〕1号 -> 已经作出清理决定
        """;

    public const string Decision = """
        = decision.item
        new title=公共停车体系规划; kind=planning; proposed_on=2024-01-08; proposer=department; undertaker=@east
        no proposed_on=2024-12-30 -> 不能晚于今天
        not list listed_on=2024-02-05; catalogue_year=2024; party_agreed=false -> 应当经同级党委同意
        do list listed_on=2024-02-05; catalogue_year=2024; party_agreed=true; joint_study=属于重要规划
        do draft drafted_on=2024-03-01; fair_competition=passed
        not finish_participation opinions=0 -> 先登记公开征求意见
        not start_participation participation_from=2024-03-04; participation_until=2024-03-20 -> 不足三十日
        do start_participation participation_from=2024-03-04; participation_until=2024-04-08
        do finish_participation opinions=56
        do finish_expert expert_on=2024-04-22; experts=[{"name":"曹某","organ":"某大学","signed":"true"}]
        do skip_risk risk_note=不影响社会稳定和公共安全
        do send_legality legality_from=2024-05-06
        due legality 2024-05-24
        not pass_legality legality_on=2024-05-08; legality=lawful -> 请写明理由
        not pass_legality legality_on=2024-05-20; legality=unlawful -> 不能提交讨论

        = legality.review
        new title=公共停车体系规划; kind=decision; sender=@east; decision=#decision.item; received_on=2024-05-06; internal=true; fair_competition=passed
        due review 2024-05-24
        do assign assigned_on=2024-05-07; reviewer=沈审查

        = decision.item
        not pass_legality legality_on=2024-05-20; legality=revised; review=#legality.review -> 还没有出具

        = legality.review
        do issue opinion_on=2024-05-20; result=revise; opinion=补充停车收费的依据
        do feed_back feedback_on=2024-05-22; adopted=all
        state closed

        = decision.item
        do pass_legality legality_on=2024-05-20; legality=revised; review=#legality.review
        not discuss discussed_on=2024-05-17; discussion=executive; party_reported_on=2024-06-03; decided_on=2024-06-05 -> 不能早于合法性审查意见
        do discuss discussed_on=2024-05-31; discussion=executive; party_reported_on=2024-06-03; decided_on=2024-06-05
        due publish 2024-07-04
        do publish published_on=2024-06-12; executor=@east
        paper 示决征〔2024〕1号 -> 2024年3月4日至2024年4月8日
        paper 示决告〔2024〕1号 -> 风险评估（不适用）
        do report_execution execution=建成泊位若干
        do evaluate evaluated_on=2024-12-02; evaluator=某研究院; evaluation=continue
        do archive archived_on=2024-12-10
        state archived
        number 示决〔2024〕1号
        figure in_catalogue 1
        figure decided 1
        figure participation_rate 100
        """;

    public const string Counsel = """
        = counsel.organ
        new organ=@east; level=district; listed_on=2024-01-08
        no organ=@west; listed_on=2024-12-30 -> 不能晚于今天
        no listed_on=2024-01-09 -> 单位
        do engage counsel_on=2024-02-01
        do place_lawyer lawyer_on=2024-03-01; shared=true
        figure due 1
        figure coverage 100

        = counsel.person
        new name=华律师; kind=external; workplace=某律师事务所; organ=@east; licence=12102202010000001; from_on=2024-01-01; until_on=2024-12-19; conflict_free=true
        no licence=12102202010000002; conflict_free=false -> 应当作无利益冲突承诺
        no workplace=另一律师事务所 -> 执业证
        due term 2024-12-20
        figure active 1

        = counsel.service
        new client=@east; kind=decision; matter=停车体系规划; asked_on=2024-05-06; counsel=#counsel.person; persons=2; others=[{"name":"金某"}]
        no persons=0 -> 不能小于
        due deliver 2024-05-14
        not deliver delivered_on=2024-05-13; output=memo; copies=1 -> 只有出具法律意见书的才填份数
        do deliver delivered_on=2024-05-13; output=opinion; copies=1; advice=建议补充论证
        do feed_back fed_back_on=2024-05-20; adopted=part
        state closed
        number 示顾服〔2024〕1号
        figure services 2
        figure core_services 2
        figure opinions 1

        = counsel.person
        do end ended_on=2024-12-20
        state ended
        number 示顾〔2024〕1号

        = counsel.service
        no asked_on=2024-12-20 -> 已经解聘或注销

        = counsel.organ
        do remove removed_on=2024-12-20
        state removed
        number 示配〔2024〕1号
        figure due 0
        """;

    public const string Powers = """
        = power.item
        new title=对擅自占道经营的处罚; code=330217001000; kind=penalty; body=@east; body_kind=statutory; level=county; basis=[{"act":"城市市容和环境卫生管理条例","article":"第三十六条"}]; duty=立案、调查、告知、决定; effective_on=2024-03-01
        no code=330217001001; body_kind=entrusted; kind=permit -> 由法定机关行使
        no effective_on=2024-03-02 -> 事项编码
        figure items 1
        do adjust changed_on=2024-06-03; change=basis; change_basis=上位法修改
        value versions=1

        = power.delegation
        new title=占道经营处罚; item=#power.item; kind=penalty; receiver_kind=street; from_body=@east; proposed_on=2024-07-01; capacity=人员和装备到位
        no proposed_on=2024-12-30 -> 不能晚于今天
        do decide decided_on=2024-08-05; decision_number=省政〔2024〕8号; published_on=2024-08-12
        not hand_over received_on=2024-08-01; receivers=[{"organ":"@town"}] -> 承接日期不能早于公布日期
        not hand_over received_on=2024-09-02; receivers=[{"organ":"@town","officers":"1"}] -> 每个不少于两名
        do hand_over received_on=2024-09-02; receivers=[{"organ":"@town","officers":"4"}]; training=1
        paper 示放交〔2024〕1号 -> 省政〔2024〕8号
        due evaluate 2025-09-02
        figure to_streets 1
        figure to_towns 0
        figure in_use 1
        not take_back ended_on=2024-12-18 -> 先组织评估
        do evaluate evaluated_on=2024-12-10; evaluation=withdraw
        do take_back ended_on=2024-12-18
        state taken_back
        number 示放〔2024〕1号
        figure in_use 0

        = power.item
        do cancel ended_on=2024-12-20; ending=repealed; change_basis=依据废止
        state ended
        number 示权〔2024〕1号
        figure items 0

        = power.delegation
        no proposed_on=2024-12-19 -> 已经取消，不能下放

        = power.team
        new name=东街街道综合行政执法大队; town=@town; town_kind=street; formed_on=2024-09-02; leader=魏队长; staff=12; certified=8
        no town=@west; certified=13 -> 不能多于编制人数
        no town=@west; certified=1 -> 至少两名
        figure teams 1
        do end ended_on=2024-12-20
        state ended
        number 示执队〔2024〕1号
        """;
}

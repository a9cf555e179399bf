namespace Fazhang.Tests.Lines;

/// <summary>The walks of 矛盾调解, one a business line. Today is Friday 2024-12-20.</summary>
internal static class MediationWalks
{
    public const string People = """
        = mediation.screening
        new kind=regular; planned_on=2024-12-02; area=东街社区; methods=grid,visit; leader=赵排查
        no methods= -> 排查方式
        due finish 2025-01-02
        not finish done_on=2024-12-01; persons=4; zero=false -> 不能早于计划日期
        do finish done_on=2024-12-04; persons=4; households=60; zero=false
        due report 2024-12-11
        do report reported_on=2024-12-06
        state reported
        number 示排查〔2024〕1号
        figure done 1
        figure households 60

        = mediation.talk_point
        new name=东街评理说事点; kind=community; address=东街1号; keeper=钱说事; members=5; established_on=2024-03-01
        no name=又一点; established_on=2024-12-21 -> 不能晚于今天
        figure active 1

        = mediation.talk_activity
        new held_on=2024-12-03; kind=cards; point=#mediation.talk_point; place=东街小区; host=钱说事; people=80; matters=0; settled=0; cards=200
        no settled=1 -> 不能多于收集的矛盾
        no cards=0 -> 发放张数
        state held
        figure cards 200

        = mediation.dispute
        new found_on=2024-12-04; source=screening; screening=#mediation.screening; kind=medical; place=东街2号; party=孙甲; other_party=某医院; people=2; summary=术后争议; level=high; enterprise=true
        no source=grid -> 只有集中排查发现的才填
        no found_on=2024-12-23 -> 不能晚于今天
        due dispose 2024-12-05
        due warn 2024-12-05
        not settle disposed_on=2024-12-04; result=已说清 -> 先报告再处置
        do warn warned_on=2024-12-04; warned_to=派出所
        do mediate disposed_on=2024-12-04; handler=周调解
        due resolve 2025-01-03
        figure open 0

        = mediation.case
        new accepted_on=2024-12-04; source=proactive; kind=medical; committee=医疗纠纷调委会; mediator=周调解; party=孙甲; other_party=某医院; parties=2; summary=术后争议; dispute=#mediation.dispute; enterprise=true; risky=true
        no accepted_on=2024-12-21 -> 受理日期不能晚于今天
        due mediate 2025-01-16
        do record sessions=[{"on":"2024-12-05","content":"分别谈话"}]
        do report_risk risk_reported_on=2024-12-05; risk_reported_to=派出所
        do appraise appraisal_from=2024-12-06
        not end_appraisal appraisal_until=2024-12-05 -> 不能早于委托鉴定日期
        do end_appraisal appraisal_until=2024-12-10
        due mediate 2025-01-20
        do extend extended_on=2024-12-11
        due mediate 2025-02-19
        not agree closed_on=2024-12-12; agreement_on=2024-12-12; terms=给付; perform_by=2024-12-11 -> 约定履行期限不能早于协议生效日期
        do agree closed_on=2024-12-12; amount=3000; agreement_on=2024-12-12; terms=分期给付; perform_by=2024-12-31
        paper 示人调协〔2024〕1号 -> 分期给付
        do amend agreement_on=2024-12-13; amount=3200; terms=一次给付
        do seek_confirmation
        due confirm 2025-01-13
        not apply_confirmation confirm_applied_on=2025-02-03; confirm_court=甲区人民法院 -> 三十日内共同申请
        do apply_confirmation confirm_applied_on=2024-12-16; confirm_court=甲区人民法院
        due ruling 2025-01-03
        do confirm confirmed_on=2024-12-18
        do perform performed_on=2024-12-19; performance=fulfilled; archived_on=2024-12-19
        state performed
        number 示人调〔2024〕1号
        figure succeeded 1
        figure enterprise_succeeded 1
        figure from_screening 1
        figure judicial_confirmed 1
        figure court_confirmed 0
        figure amount 3200

        = mediation.dispute
        do resolve closed_on=2024-12-12; result=达成协议
        state resolved
        number 示纠〔2024〕1号
        figure found 1
        figure mediated 1
        figure resolved_rate 100

        = mediation.daily_report
        new reported_for=2024-12-16; occasion=年终; zero=false; found=1; high=0; group_disputes=0; resolved=1; pending=0; filler=吴填报
        no zero=true -> 都是 0
        no found=0 -> 请选零报告
        due submit 2024-12-17
        do submit submitted_on=2024-12-16
        do send_back
        do submit submitted_on=2024-12-17
        do accept
        state accepted
        number 示纠日〔2024〕1号
        figure reports 1

        = mediation.talk_point
        do close closed_on=2024-12-20
        state closed
        number 示说事点001
        figure active 0
        """;

    public const string Linkage = """
        = mediation.linkage_type
        new name=物业纠纷; kinds=property; channels=police,court; conditions=双方同意; receiver=东街联调中心; basis=联动办法; members=police,office,court; effective_on=2024-12-02
        no name=另一类; effective_on=2024-12-21 -> 不能晚于今天
        figure active 1

        = mediation.referral
        new referred_on=2024-12-02; channel=court; sender=甲区人民法院; sender_number=诉前1号; track=pre_filing; premediation=true; type=#mediation.linkage_type; kind=property; party=郑甲; other_party=王乙; people=2; consent=true; summary=物业费争议; receiver=东街联调中心
        no channel=police -> 只有诉调对接才选
        due receive 2024-12-05
        not receive received_on=2024-12-01; handler=周调解 -> 不能早于移送日期
        do receive received_on=2024-12-03; handler=周调解
        opens mediation.case
        due mediate 2025-01-02
        do extend extended_on=2024-12-10
        due mediate 2025-02-05

        = mediation.case
        due mediate 2025-01-02
        do agree_orally closed_on=2024-12-12; amount=1800; terms=当场给付
        do perform performed_on=2024-12-12; performance=fulfilled
        state performed
        figure court_closed 1
        figure from_court 1
        figure performed 1

        = mediation.referral
        do succeed resolved_on=2024-12-12; agreed=1800
        due feed_back 2024-12-19
        not feed_back fed_back_on=2024-12-16; confirmation=confirmed -> 裁定日期
        do feed_back fed_back_on=2024-12-16; confirmation=confirmed; confirmed_on=2024-12-16
        state fed_back
        number 示联移〔2024〕1号
        figure court 1
        figure police 0
        figure resolved 1
        figure court_resolved 1
        figure confirmed 1
        figure premediation 1
        figure success_rate 100
        figure open 0

        = mediation.joint_meeting
        new kind=case; subject=物业纠纷会商; planned_on=2024-12-04
        not hold held_on=2024-12-05; host=综治中心; members=police,court -> 要列出会商的纠纷
        do hold held_on=2024-12-05; host=综治中心; members=police,court; cases=[{"number":"示联移〔2024〕1号","decision":"先行调解","responsible":"司法所"}]
        due follow 2025-01-06
        do follow followed_on=2024-12-18; follow_up=已化解
        state followed
        number 示联会〔2024〕1号
        figure cases 1

        = mediation.linkage_type
        do end ended_on=2024-12-20
        state ended
        number 示承接001
        figure active 0
        """;

    public const string Organisations = """
        = mediation.committee
        new name=甲区商会人民调解委员会; kind=chamber; level=district; founder=甲区商会; address=东街3号; minority_area=true; established_on=2024-11-04
        no level=village; kind=federation -> 不是村居级
        not form elected_on=2024-11-04; elected_by=appointed; members=2; women=1; minority=1; chair=冯主任 -> 三至九名委员
        not form elected_on=2024-11-04; elected_by=appointed; members=5; women=0; minority=1; chair=冯主任 -> 应当有女性委员
        not form elected_on=2024-11-04; elected_by=appointed; members=5; women=1; chair=冯主任 -> 人数较少民族的委员
        do form elected_on=2024-11-04; elected_by=appointed; members=5; women=1; minority=1; chair=冯主任
        due file 2024-12-16
        not file filed_on=2024-11-01 -> 不能早于设立日期
        do file filed_on=2024-11-11
        due notify 2024-11-25
        do notify notified_on=2024-11-12
        due elect 2027-11-05
        do elect elected_on=2024-12-02; elected_by=appointed; members=7; women=2; minority=1; chair=陈主任
        due elect 2027-12-03
        do start_premediation premediation_on=2024-12-02
        figure active 1
        figure chamber 1
        figure private 0
        figure premediation 1

        = mediation.committee_base
        new year_on=2024-01-01; villages=0; communities=4; source=民政局公布
        no year_on=2024-02-01 -> 1月1日
        do confirm confirmed_on=2024-01-05
        state confirmed
        figure required 4

        = mediation.mediator
        new name=陈调解; sex=female; birth_on=1980-05-05; organisation=#mediation.committee; basis=hired; kind=full; premediation=true; hired_on=2024-11-11
        no birth_on=2010-01-01 -> 成年公民
        no basis=member; kind=invited -> 特邀调解员由聘任产生
        do train trained_on=2024-12-02; hours=8
        do assess assessed_on=2024-12-10; grade=good
        due term 2027-11-12
        do renew renewed_on=2024-12-11
        due renewed 2027-12-13
        not leave left_on=2024-12-12; leaving=dismissed -> 情形
        figure active 1
        figure premediation 1
        figure full_share 100

        = mediation.allowance
        new mediator=#mediation.mediator; month=2024-11; claimed_on=2024-12-02; items=[{"case":"示人调〔2024〕1号","kind":"general","amount":"100"}]; idle_days=2; idle_amount=120
        no idle_days=0 -> 要填误工天数
        due pay 2025-02-05
        do grant
        do pay paid_on=2024-12-18
        state paid
        number 示调补〔2024〕1号
        figure paid 220

        = mediation.commendation
        new recipient=mediator; name=陈调解; mediator=#mediation.mediator; nominated_on=2024-11-18; deeds=多年调解; level=city
        no recipient=organisation -> 不填人民调解员
        do honour honoured_on=2024-12-10; title_given=优秀调解员; organ=市司法局
        do file
        state filed
        number 示调表〔2024〕1号
        figure mediators_city 1
        figure organisations_city 0

        = mediation.expert
        new name=褚专家; library=farming; employer=农业大学; speciality=农资; appointed_on=2024-12-02; term=y3
        no appointed_on=2024-12-21 -> 不能晚于今天
        do serve services=[{"on":"2024-12-05","case":"示人调〔2024〕1号","opinion":"按合同"}]
        do leave left_on=2024-12-19; leaving=resigned
        state left
        figure appointed 1
        figure active 0

        = mediation.training
        new name=年度轮训; kind=annual; planned_on=2024-12-09; subjects=[{"title":"司法确认","hours":"4"}]
        not hold held_on=2024-12-10; attendees=10; full_time=11 -> 不能多于参训人次
        do hold held_on=2024-12-10; attendees=10; full_time=6
        state held
        figure attendees 10

        = mediation.mediator
        do leave left_on=2024-12-19; leaving=resigned
        state left
        number 示调员00001
        figure active 0

        = mediation.committee
        do revoke revoked_on=2024-12-20; revoked_for=merged
        state revoked
        number 示调委0001
        figure active 0
        figure established 1
        """;

    public const string Administrative = """
        = admin_mediation.case
        new applied_on=2024-12-02; nature=civil; basis=consumer; source=application; field=market; party=卫甲; other_party=某商店; parties=2; summary=退货争议; parallel=none
        no nature=administrative; agency=@east -> 纠纷性质应当是民商事纠纷
        due examine 2024-12-11
        not accept accepted_on=2024-12-01; handler=蒋调解 -> 不能早于收到申请日期
        do accept accepted_on=2024-12-04; handler=蒋调解
        due mediate 2025-02-12
        not extend extended_on=2024-12-05 -> 不能延期
        do record sessions=[{"on":"2024-12-05","content":"电话调解"}]
        do appraise appraisal_from=2024-12-06
        do end_appraisal appraisal_until=2024-12-10
        due mediate 2025-02-14
        do agree closed_on=2024-12-12; amount=300; terms=退款
        paper 示行调书〔2024〕1号 -> 退款
        do perform performed_on=2024-12-13; performance=fulfilled
        state performed
        number 示行调〔2024〕1号
        figure accepted 1
        figure accepted_civil 1
        figure succeeded_civil 1
        figure succeeded_administrative 0
        figure success_rate 100

        = admin_mediation.case
        new applied_on=2024-12-02; document_on=2024-11-01; nature=civil; basis=traffic; source=application; field=public_security; party=卫甲; other_party=沈乙; parties=2; summary=两车相撞; parallel=none
        not accept accepted_on=2024-12-03; handler=蒋调解 -> 十日内一致申请
        do refuse examined_on=2024-12-03; refusal=late
        state refused
        figure refused 1

        = admin_mediation.case
        new applied_on=2024-12-02; document_on=2024-11-25; nature=civil; basis=traffic; source=application; field=public_security; party=卫甲; other_party=沈乙; parties=2; summary=两车相撞; parallel=none
        do accept accepted_on=2024-12-03; handler=蒋调解
        do start started_on=2024-12-05; notified_on=2024-12-03
        due traffic 2024-12-16
        do fail closed_on=2024-12-11
        due tell 2024-12-20
        do tell told_on=2024-12-12
        state terminated
        figure success_rate 50
        figure open 0

        = admin_mediation.monthly
        new unit=@east; period=2024-11; key_department=true; administrative_before=0; administrative_accepted=2; administrative_succeeded=1; administrative_failed=1; administrative_after=0; civil_before=0; civil_accepted=10; civil_succeeded=6; civil_failed=2; civil_after=2; refused=0; accepted=12; succeeded=7; closed=10; amount=5000; filler=沈填报
        no civil_after=3 -> 民商事纠纷不平衡
        no accepted=11 -> 受理合计应当等于
        due submit 2024-12-11
        do submit submitted_on=2024-12-06
        do approve approved_on=2024-12-09
        state approved
        figure accepted 12
        figure accepted_administrative 2
        figure succeeded_civil 6
        figure departments 1
        """;

    /// <summary>The regulation on commercial mediation holds from 2026-05-01; today is 2026-09-18.</summary>
    public const string ForeignLegal = """
        = foreign.organisation
        new name=示范国际商事调解中心; kind=international; parent=市商会; parent_kind=nonprofit; address=港湾路1号; leader=韩主任; assets=200000; mediators=30; prepared_on=2026-05-06; languages=english,japanese
        no name=另一家; prepared_on=2026-09-19 -> 不能晚于今天
        not establish established_on=2026-06-01 -> 先经省级登记
        do apply applied_on=2026-05-11
        due city 2026-06-08
        not forward reviewed_on=2026-05-29 -> 资产不少于三十万元
        do abandon
        state abandoned
        new name=示范国际商事调解中心二; kind=international; parent=市商会; parent_kind=nonprofit; address=港湾路1号; leader=韩主任; assets=500000; mediators=30; prepared_on=2026-05-06; languages=english,japanese
        do apply applied_on=2026-05-11
        do forward reviewed_on=2026-05-29
        due province 2026-06-29
        do extend extended_on=2026-06-15
        due province 2026-07-13
        do approve approved_on=2026-07-06; approval=省司登1号
        do establish established_on=2026-07-10
        figure mediation_centres 1

        = foreign.expert
        new name=杨专家; nationality=中国; employer=某大学; background=scholar; bilingual=true; languages=english; organisation=#foreign.organisation; nominated_on=2026-07-13
        no nominated_on=2026-09-19 -> 不能晚于今天
        do appoint appointed_on=2026-07-15; term=y3
        due term 2029-07-16
        figure appointed 1
        figure bilingual 1

        = foreign.agreement
        new organisation=#foreign.organisation; partner=市中级人民法院; partner_kind=court; title=战略合作框架协议; scope=diversion; drafted_on=2026-07-13
        no partner=另一家; drafted_on=2026-09-19 -> 不能晚于今天
        not sign signed_on=2026-07-10; term=y3 -> 不能早于起草日期
        do sign signed_on=2026-07-20; term=y3
        figure partners 1
        figure active 1

        = foreign.case
        new applied_on=2026-08-03; organisation=#foreign.organisation; scope=international; source=court; kind=trade; party=海风商贸; party_place=中国; other_party=远洋贸易; other_place=日本; summary=质量争议; amount=900000; language=英语
        no scope=domestic -> 应当在同一国家地区
        due accept 2026-08-10
        do accept accepted_on=2026-08-05; expert=#foreign.expert; term=d30
        due mediate 2026-09-04
        do extend extended_on=2026-08-20
        due mediate 2026-10-08
        do agree closed_on=2026-08-25; agreed=600000; terms=分期付款; enforce=confirmation
        paper 示商调协〔2026〕1号 -> 国际货物买卖
        due confirm 2026-09-24
        not enforce enforce=confirmation; enforce_on=2026-10-10 -> 三十日内共同申请
        do enforce enforce=confirmation; enforce_on=2026-09-01
        do perform performed_on=2026-09-10
        state performed
        number 示商调〔2026〕1号
        figure international 1
        figure success_rate 100
        figure amount 600000

        = foreign.lawyer
        new name=朱律师; licence=12102201010000001; firm=某律师事务所; practised_on=2015-03-02; languages=english; fields_of_law=maritime; level=leading; applied_on=2026-08-03
        no licence=12102201010000002; practised_on=2024-03-02 -> 执业五年以上
        do enter entered_on=2026-08-10
        due review 2027-08-11
        figure active 1
        do review reviewed_on=2026-09-07; review=keep
        do leave left_on=2026-09-17; leaving=moved
        state left
        number 示涉外律0001
        figure active 0

        = foreign.arbitration
        new period=2026-07; before=5; accepted=20; foreign_cases=2; online=3; awarded=8; mediated=6; withdrawn=2; closed=16; after=9; set_aside=0; refused=0; amount=1000000; filler=秦填报
        no after=8 -> 不平衡
        no closed=15; after=10 -> 三项之和
        do submit submitted_on=2026-08-06
        do approve approved_on=2026-08-10
        state approved
        figure accepted 20
        figure mediation_rate 37.5

        = foreign.expert
        do leave left_on=2026-09-17; leaving=resigned
        state left
        figure active 0

        = foreign.agreement
        do end ended_on=2026-09-17
        state ended
        figure active 0

        = foreign.organisation
        do close closed_on=2026-09-18; closing=deregistered
        state closed
        figure mediation_centres 0
        """;
}

namespace Fazhang.Tests.Lines;

/// <summary>The walks of the legal professions: lawyers, notaries, forensic appraisers, the qualification exam.</summary>
internal static class ProfessionWalks
{
    public const string Lawyers = """
        = lawyers.firm
        new name=某某律师事务所; licence=31210000MD0000001; kind=general; established_on=2010-05-04; address=人民路2号; director=韩主任; partners=3; lawyers=12
        no partners=2 -> 三名以上合伙人
        no lawyers=2 -> 不能少于合伙人数
        do inspect system_checked_on=2024-06-03; conditions=kept
        do suspend suspended_on=2024-07-01
        not resume resumed_on=2024-06-30 -> 恢复日期不能早于停业日期
        do resume resumed_on=2024-08-01
        figure firms 1

        = lawyers.lawyer
        new name=韩律师; category=full_time; licence=12102202010123456; firm=#lawyers.firm; licensed_on=2012-03-05; qualification=judicial; practised_since=2012; foreign_talent=city
        no category=company; employer=某公司 -> 不在律师事务所执业
        no practised_since=2013 -> 首次执业年份不能晚于
        figure lawyers 1
        figure foreign_talent 1

        = lawyers.firm_assessment
        new year_on=2023-01-01; firm=#lawyers.firm; name=某某律师事务所; started_on=2024-03-04
        no year_on=2024-06-03 -> 考核在年度开始之后进行
        due submit 2024-04-03
        due assess 2024-06-03
        do submit self_on=2024-03-20; lawyers=12
        do review reviewed_on=2024-04-10; items=team,practice; conditions=lacking
        not assess assessed_on=2024-05-13; result=qualified -> 不能评定为合格
        do send_back
        do submit self_on=2024-04-15; lawyers=12
        do review reviewed_on=2024-04-22; items=team,practice; conditions=kept
        do assess assessed_on=2024-05-13; result=qualified
        paper 示律所考通〔2024〕1号 -> 合格
        do publish published_on=2024-05-27
        state published
        number 示律所考〔2023〕1号
        figure assessed 1
        figure compliant 1
        figure qualified_rate 100

        = lawyers.assessment
        new year_on=2023-01-01; lawyer=#lawyers.lawyer; name=韩律师; category=full_time; organisation=某某律师事务所; started_on=2024-03-04
        no started_on=2024-12-21 -> 布置考核日期不能晚于今天
        do submit summary_on=2024-03-20; opinion=basic; aid_cases=2
        not assess assessed_on=2024-05-13; result=basic -> 评定理由
        do assess assessed_on=2024-05-13; result=basic; basis=培训学时不足
        do appeal appealed_on=2024-05-20
        do decide appeal_result=changed; result=competent
        do stamp stamped_on=2024-06-03
        state stamped
        figure assessed 1
        figure full_time 1
        figure part_time 0
        figure competent_rate 100

        = lawyers.training
        new name=合同审查实务培训; kind=practice; organiser=市律师协会; subjects=[{"title":"合同审查","hours":"4"}]; planned_on=2024-04-08
        not hold held_on=2024-04-12; attendees=50; trainees=60 -> 不能多于参加人次
        do hold held_on=2024-04-12; attendees=50; trainees=5; estimated=true
        state held
        figure attendees 50

        = lawyers.public_service
        new programme=tibet; served_on=2024-09-09; lawyer=韩律师; licence=12102202010123456; firm=某某律师事务所; place=某县; kind=lecture; beneficiaries=60; content=法治讲座; host=某县司法局
        no host= -> 受援单位
        no beneficiaries=0 -> 要填到场人数
        due confirm 2024-11-08
        do confirm host_confirmed_on=2024-10-08
        state confirmed
        figure tibet 1
        figure tibet_beneficiaries 60
        figure lawyers 1

        = lawyers.job_fair
        new name=法律人才专场招聘会; form=onsite; planned_on=2024-10-14; employers=[{"name":"某某律师事务所","kind":"firm","posts":"12"},{"name":"示范公证处","kind":"notary","posts":"3"}]
        not hold held_on=2024-10-18; applicants=30; intentions=40 -> 不能多于到场人数
        do hold held_on=2024-10-18; applicants=30; intentions=10
        do record hired=6
        do finish
        state finished
        figure posts 15
        figure hired 6

        = practice.complaint
        new received_on=2024-10-14; source=visit; target_kind=lawyer; organisation=某某律师事务所; complainant=蒋某; matter=fee; facts=收费没有开具票据
        no complainant= -> 投诉人
        due decide 2024-10-23
        do ask_supplement supplement_on=2024-10-16
        do supplement supplemented_on=2024-10-21
        do accept decided_on=2024-10-24; investigators=吴一、郑二
        not conclude closed_on=2024-11-25; findings=查实; outcome=outside -> 没有受理的用
        do conclude closed_on=2024-11-25; findings=未及时开具票据; outcome=advised
        due answer 2024-12-09
        do answer told_on=2024-11-28
        paper 示投答〔2024〕1号 -> 未及时开具票据
        state answered
        figure accepted 1
        figure founded 1
        figure open 0

        = lawyers.lawyer
        not transfer transferred_on=2012-03-01; former_firm=旧所 -> 日期不能早于准予执业
        do end ended_on=2024-12-16; ending=office
        state ended
        figure lawyers 0

        = lawyers.firm
        do end ended_on=2024-12-16; ending=dissolved
        state ended
        figure firms 0
        """;

    public const string Notary = """
        = notary.office
        new name=示范公证处; licence=N2102001; kind=public; approved_on=2004-03-01; area=示范市; address=人民路3号; director=秦主任; director_years=12; notaries=[{"name":"秦公证","licence":"A1","appointed_on":"2010-05-04"},{"name":"许公证","licence":"A2","appointed_on":"2015-05-04"}]; blockchain_on=2023-05-04
        no notaries=[{"name":"秦公证","licence":"A1","appointed_on":"2010-05-04"}] -> 二名以上公证员
        no director_years=2 -> 三年以上执业经历
        figure offices 1
        figure blockchain 1

        = notary.case
        new accepted_on=2024-11-04; matter=contract; applicant=沈某; purpose=贷款抵押; notary=秦公证; materials=[{"name":"身份证","way":"submitted"},{"name":"婚姻状况证明","way":"committed"}]; committed=true; waived=1; told=true; baseline=8
        no matter=will; agent=蒋某 -> 应当由本人办理
        no committed=false -> 采用告知承诺
        due issue 2024-11-25
        do ask_supplement supplement_on=2024-11-06
        do supplement supplemented_on=2024-11-11
        due issue 2024-11-28
        do verify verify_on=2024-11-12
        do verified verified_on=2024-11-13
        due issue 2024-11-29
        not issue closed_on=2024-11-14; certificate=示证字第1号; electronic=true; chained_on=2024-11-14 -> 杂凑值
        not serve closed_on=2024-11-14 -> 公证事项用“出具公证书”
        do issue closed_on=2024-11-14; certificate=示证字第1号; excluded=4; electronic=true; hash=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08; chained_on=2024-11-14
        not check_commitment commitment_checked_on=2024-11-01; commitment_check=honest -> 核查不能早于受理
        do check_commitment commitment_checked_on=2024-11-25; commitment_check=honest
        do check checks=[{"on":"2024-11-18","by":"某银行","result":"match"}]
        do archive archived_on=2024-12-02
        state archived
        number 示公证〔2024〕000001号
        figure cases 1
        figure days 4
        figure saved_days 4
        figure electronic 1
        figure waived 1
        figure commitment_checked 1
        figure open 0

        = notary.review
        new received_on=2024-12-02; notary_case=#notary.case; certificate=示证字第1号; applicant=沈某; standing=party; known_on=2024-11-14; grounds=证词日期有误; original_notary=秦公证
        no known_on=2024-12-03 -> 申请不能早于收到或知道
        due decide 2025-01-02
        not decide decided_on=2024-12-09; reviewer=秦公证; findings=有误; result=revoked -> 复查人不能是原承办公证员
        do decide decided_on=2024-12-09; reviewer=许公证; findings=主要事实不符; result=revoked
        not finish -> 撤销公证书应当公告
        do announce announced_on=2024-12-10
        do finish
        state finished
        figure revoked 1

        = notary.return
        new period=2024-11; office=示范公证处; cases=100; civil=60; economic=20; foreign=15; hk_mo_tw=5; days=700; baseline=8; filler=甲
        no civil=50 -> 四项之和应当等于办理公证业务
        due submit 2024-12-11
        do submit submitted_on=2024-12-05
        do approve approved_on=2024-12-06
        state approved
        figure cases 100
        figure mean_days 7
        figure mean_saved 1

        = notary.office
        do assess assessed_on=2024-12-09; grade=good
        do end ended_on=2024-12-16
        state ended
        figure offices 0
        """;

    public const string Forensic = """
        = forensic.institution
        new applied_on=2024-09-02; name=示范环境损害司法鉴定中心; sponsor=示范环境研究院; category=water; address=人民路4号; director=孔主任; laboratory=measurement; appraisers=3
        no appraisers=2 -> 三名以上鉴定人
        due accept 2024-09-09
        do accept accepted_on=2024-09-05
        paper 示鉴受〔2024〕1号 -> 予以受理
        not forward first_review_on=2024-09-10 -> 评审意见为符合条件
        do review review_on=2024-09-09
        paper 示鉴评〔2024〕1号 -> 专家评审
        not finish_review reviewed_on=2024-09-23; experts=[{"name":"甲","field":"水"}]; review_opinion=passed -> 评审专家不少于三人
        do finish_review reviewed_on=2024-09-23; experts=[{"name":"甲","field":"水"},{"name":"乙","field":"土"},{"name":"丙","field":"气"}]; review_opinion=passed
        do forward first_review_on=2024-09-26
        not grant decided_on=2024-09-25; licence=L1 -> 决定不能早于初审报送
        do grant decided_on=2024-10-10; licence=L1
        paper 示鉴准〔2024〕1号 -> 许可证号：L1
        due expire 2029-10-09
        do test proficiency=[{"year":"2024","item":"地表水","result":"satisfied"}]
        do assess assessed_on=2024-12-02; grade=good
        figure applied 1
        figure environmental 1
        figure institutions 1

        = forensic.person
        new applied_on=2024-09-02; name=严鉴定; identity=210203198511204562; institution=#forensic.institution; institution_name=示范环境损害司法鉴定中心; category=water; condition=qualified; years=6; trained=true
        no years=4 -> 应当从业五年以上
        due accept 2024-09-09
        do accept accepted_on=2024-09-05
        due decide 2024-10-10
        not grant reviewed_on=2024-09-04; decided_on=2024-10-10; licence=P1 -> 评审不能早于受理
        do grant reviewed_on=2024-09-23; decided_on=2024-10-10; licence=P1
        do testify court=[{"on":"2024-11-20","court":"甲区人民法院","attended":"true"}]
        figure environmental 1
        figure persons 1
        do cancel cancelled_on=2024-12-16; cancellation=own
        state cancelled
        figure persons 0

        = forensic.institution
        do suspend suspended_on=2024-12-03
        do resume resumed_on=2024-12-10
        do cancel cancelled_on=2024-12-16; cancellation=own
        state cancelled
        figure institutions 0

        = forensic.return
        new period=2024-11; cases=50; medical=30; trace=10; audiovisual=5; environmental=5; within_term=48; court_notices=4; court_attended=3; filler=甲
        no medical=20 -> 各门类之和
        do submit submitted_on=2024-12-05
        do approve approved_on=2024-12-06
        state approved
        figure cases 50
        figure attendance_rate 75
        """;

    public const string Exam = """
        = lawexam.session
        new stage=objective; area=示范考区; arranged_on=2024-07-01; held_on=2024-09-21; sites=[{"name":"职业学院考点","rooms":"5","seats":"200","spare":"10"},{"name":"党校考点","rooms":"3","seats":"100","spare":"5"}]; batches=2; registered=600; staff=[{"site":"职业学院考点","role":"invigilator","number":"20"}]
        no batches=1 -> 多于机位数乘批次
        no held_on=2024-06-28 -> 考试日不能早于开始筹备
        do arrange
        not close ended_on=2024-09-22; attended=590; absent=10; violations=1 -> 考前要登记系统测试
        do test tested_on=2024-09-18

        = lawexam.candidate
        new session=#lawexam.session; held_on=2024-09-21; name=陶考生; identity=210202199003071239; ticket=2102240001; checked=graduate
        do seat site=职业学院考点; batch=1; seat=A12
        do present
        do violate violation=item; violation_facts=携带手机
        not handle handled_on=2024-09-24; handling=warned -> 应当先告知
        do notify notified_on=2024-09-23
        do handle handled_on=2024-09-30; handling=void
        paper 示法考违〔2024〕1号 -> 当场考试成绩无效
        state finished
        figure candidates 1
        figure present 1
        figure violations 1

        = lawexam.session
        do close ended_on=2024-09-22; attended=590; absent=10; violations=1
        state closed
        number 示法考〔2024〕1号
        figure sites 2
        figure seats 300
        figure batches 2
        figure candidates 600

        = lawexam.qualification
        new applied_on=2024-09-02; name=陶考生; identity=210202199003071239; passed_year=2023; kind=a; degree=online; materials=form,identity,degree; conduct=none
        no kind=b -> 要有户籍证明
        no passed_year=2025 -> 不能晚于申请年度
        do ask_supplement supplement_on=2024-09-03
        do supplement supplemented_on=2024-09-05
        do accept accepted_on=2024-09-06
        due review 2024-10-11
        do review reviewed_on=2024-09-20; opinion=agree
        not report reported_on=2024-09-19 -> 报送不能早于初审
        do report reported_on=2024-09-24
        do grant granted_on=2024-11-04; certificate=A2024210200001
        do deliver delivered_on=2024-11-11
        state delivered
        figure granted 1
        figure open 0
        """;
}

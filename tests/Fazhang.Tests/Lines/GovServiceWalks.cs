namespace Fazhang.Tests.Lines;

/// <summary>The walks of approvals, government services and disclosure. Today is Friday 2024-12-20.</summary>
internal static class GovServiceWalks
{
    public const string Items = """
        = gov_service.item
        new name=律师执业许可; code=11210200-001; kind=licence; organ=@east; basis=律师法第六条; targets=person; listed_on=2024-02-01; platform_on=2024-02-05; commitment=true
        no name=另一事项 -> 实施编码
        no code=2; excluded=true -> 不允许上网的原因
        due platform 2024-03-05
        figure items 1
        figure online_rate 0
        not go_full full_on=2024-03-01 -> 先登记实现网上办理
        do go_online online_on=2024-03-01
        do go_full full_on=2024-06-03
        do go_remote remote_on=2024-06-03
        figure online_rate 100
        figure full_rate 100
        figure remote 1

        = gov_service.element
        new item=#gov_service.item; name=律师执业许可; kind=licence; organ=@east; checked_year=2024; checked_on=2024-05-06; materials=4; steps=3; statutory_days=30; promised_days=6; first_review_days=1; checker=吴核
        no name=重复 -> 不能重复
        no item=; promised_days=31 -> 承诺时限不能长于法定时限
        no item=; checked_year=2023 -> 应当在核定年度内
        figure average_materials 4
        figure average_steps 3
        figure time_cut 80
        figure first_review_days 1
        do correct differences=指南少写一份材料
        due correct 2024-05-17
        not confirm_corrected corrected_on=2024-05-01 -> 更正日期不能早于核定日期
        do confirm_corrected corrected_on=2024-05-10
        state confirmed

        = gov_service.item
        do suspend suspended_on=2024-09-02
        do resume resumed_on=2024-09-09
        do remove removed_on=2024-12-02; removal=delegated
        state removed
        number 示政项00001
        figure items 0
        figure online 0

        = gov_service.item
        new name=涉密资质审批; kind=licence; organ=@east; basis=保守国家秘密法; targets=organisation; listed_on=2024-02-01; platform_on=2024-02-05; excluded=true; exclusion=secret
        not go_online online_on=2024-03-01 -> 不允许上网的事项不能登记网办
        figure excluded 1
        figure eligible 0
        do remove removed_on=2024-12-02; removal=cancelled

        = gov_service.staff
        new name=郑受理; organ=@east; staffing=civil; place=hall; window=法律服务窗口; duty=reception; posted_on=2024-03-04
        no posted_on=2024-12-21 -> 上岗日期不能晚于今天
        due include 2024-03-11
        do include rated_on=2024-03-06
        figure rated 1
        figure rated_rate 100
        do train trainings=[{"on":"2024-04-10","title":"一次告知","passed":"true"}]
        not leave left_on=2024-03-01; leaving=rotated -> 离岗日期不能早于上岗日期
        do leave left_on=2024-12-02; leaving=rotated
        state left
        figure rated 0

        = gov_service.return
        new period=2024-10; online=800; offline=200; instant=300; ratings=50; praised=49; criticised=1; filler=王填报
        no period=2024-09; praised=50 -> 好评加差评应当等于收到评价
        no period=2024-09; instant=1001 -> 即办件不能多于
        due submit 2024-11-10
        not submit submitted_on=2024-09-30 -> 报送日期不能早于统计月份
        do submit submitted_on=2024-11-05
        figure online 0
        do approve approved_on=2024-11-06
        state approved
        figure online 800
        figure offline 200
        figure praise_rate 98

        = gov_service.bad_review
        new received_on=2024-11-04; channel=code; rating=poor; content=跑了两趟; window=法律服务窗口
        no rating=good -> 只有不满意和非常不满意
        due verify 2024-11-07
        due rectify 2024-11-25
        not confirm verified_on=2024-11-05; verified=mistaken; cause=explain; handler=吴核 -> 这里只登记属实或者部分属实
        do confirm verified_on=2024-11-05; verified=proven; cause=explain; handler=吴核
        do rectify rectified_on=2024-11-12; measure=补发一次告知单
        do redo
        do rectify rectified_on=2024-11-18; measure=上门说明
        do close visited_on=2024-11-20; visit_result=satisfied
        state closed
        number 示差评〔2024〕1号
        figure rectified 1
        figure rectified_rate 100
        figure open 0
        """;

    public const string Approvals = """
        = approval.case
        new received_on=2024-11-04; channel=online; matter=lawyer; kind=licence; receiver=郑受理; assisted=true; applicant_kind=citizen; applicant=韩申请; materials=[{"name":"申请表","source":"submitted"},{"name":"身份证","source":"licence"}]; reused=1; commitment=applied
        no channel=window -> 全程网办的申请方式应当是网上或移动端
        no reused=3 -> 免提交材料数不能多于材料总数
        due accept 2024-11-11
        not complete closed_on=2024-11-04; licence_form=none -> 行政许可不能即时办结
        do ask_correction correction_notified_on=2024-11-05; correction_items=补充实习考核证明
        paper 示政补〔2024〕1号 -> 补充实习考核证明
        do receive_correction correction_ended_on=2024-11-06
        not accept accepted_on=2024-11-06; expires_on=2024-11-30 -> 届满三十日前提出
        not accept accepted_on=2024-11-06; promised_on=2024-11-05 -> 不能早于收件日期
        do accept accepted_on=2024-11-06; promised_on=2024-11-20; expires_on=2024-12-31
        due promise 2024-11-20
        due renew 2024-12-31
        paper 示政受〔2024〕1号 -> 2024年12月4日
        due review 2024-11-07
        due decide 2024-12-04
        not review reviewer=郑受理; reviewed_on=2024-11-07; review_opinion=符合 -> 受理与审查分离
        do review reviewer=吴审; reviewed_on=2024-11-07; review_opinion=符合条件
        do start_special special=expert; special_from=2024-11-08
        paper 示政特〔2024〕1号 -> 需要进行专家评审
        none hearing
        do end_special special_until=2024-11-15
        do extend extended_on=2024-11-18
        paper 示政延〔2024〕1号 -> 因测试理由
        do grant closed_on=2024-12-02; decision_number=许2024-1
        paper 示政许〔2024〕1号 -> 决定准予
        due serve 2024-12-16
        due publish 2024-12-11
        do serve served_on=2024-12-04; licence_form=electronic; licence_number=L0001
        do publish published_on=2024-12-05
        do rate rated_on=2024-12-05; rating=excellent
        due verify 2025-02-05
        not file -> 先登记承诺核查
        do verify verified_on=2024-12-18; verified=kept
        do file
        state filed
        number 示政办〔2024〕0001号
        figure closed 1
        figure assisted 1
        figure published 1
        figure satisfaction 100
        figure reuse_rate 50
        figure open 0
        new received_on=2024-11-04; channel=window; matter=forensic; kind=licence; receiver=郑受理; applicant_kind=company; applicant=某鉴定所
        do accept accepted_on=2024-11-04
        do review reviewer=吴审; reviewed_on=2024-11-05; review_opinion=仪器不足
        do start_special special=hearing; special_from=2024-11-06
        due hearing 2024-12-04
        do end_special special_until=2024-11-20
        not deny closed_on=2024-12-02 -> 不予的理由
        do deny closed_on=2024-12-02; grounds=没有必备的仪器设备
        paper 示政不许〔2024〕1号 -> 没有必备的仪器设备
        do serve served_on=2024-12-04; licence_form=none
        do file
        figure denied 1
        figure open 0

        = approval.case
        new received_on=2024-12-03; channel=window; matter=consultation; kind=public_service; receiver=郑受理; applicant_kind=citizen; applicant=杨咨询
        do complete closed_on=2024-12-03; licence_form=none
        not rate rated_on=2024-12-03; rating=poor -> 不满意的写明评价内容
        do rate rated_on=2024-12-03; rating=poor; rating_note=排队太久
        opens gov_service.bad_review
        do file
        state filed
        figure closed 3
        figure satisfaction 50
        figure published 1

        = approval.adjustment
        new title=十一月调整; proposed_on=2024-11-04; cause=unified; basis=省事项库更新通知
        no proposed_on=2024-12-21 -> 提出日期不能晚于今天
        not publish published_on=2024-11-20; platform=library -> 先列出调整的事项
        do drop dropped_on=2024-11-05
        new title=十一月调整; proposed_on=2024-11-04; cause=standard; basis=要素规范通知; items=[{"name":"律师执业许可","change":"changed"}]; elements=[{"item":"律师执业许可","element":"materials","after":"三份"},{"item":"律师执业许可","element":"time","after":"六个工作日"}]
        due publish 2024-12-02
        do publish published_on=2024-11-20; platform=library,portal
        state published
        number 示政调〔2024〕2号
        figure batches 1
        figure items 1
        figure elements 2

        = approval.proof
        new name=无犯罪记录证明; listed_on=2024-03-04; used_for=律师执业许可; organ=@east; issuer=公安派出所; basis_level=none
        no basis_level=law -> 依据的名称和条款
        due decide 2024-04-16
        not keep decided_on=2024-04-01 -> 不能保留
        not clear decided_on=2024-04-01; decision=data; cleared_on=2024-04-01 -> 代替的方式
        do clear decided_on=2024-04-01; decision=data; substitute=公安数据核验; cleared_on=2024-04-08
        state cleared
        number 示证清〔2024〕1号
        figure cleared 1
        """;

    public const string Disclosure = """
        = disclosure.column
        new name=行政复议决定公开; platform=site; kind=penalty; maintainer=办公室; opened_on=2024-03-04
        no opened_on=2024-12-21 -> 开通日期不能晚于今天
        due check 2024-04-07
        do check updated_on=2024-04-01
        due check 2024-05-06
        figure opened 1
        figure active 1

        = disclosure.publication
        new title=行政调解规定解读; kind=explanation; formed_on=2024-11-04; drafter=调解科; channel=site,wechat; column=#disclosure.column; explains=行政调解规定
        no explains= -> 解读的文件
        due publish 2024-12-02
        not check first_checked_on=2024-11-06; first_checker=吴初; secrecy=clear; privacy=none; wording=false -> 文字校对完成后
        do check first_checked_on=2024-11-06; first_checker=吴初; secrecy=clear; privacy=none; wording=true
        do send_back
        do check first_checked_on=2024-11-07; first_checker=吴初; secrecy=clear; privacy=masked; wording=true
        do publish published_on=2024-11-11
        figure published 1
        figure explained 1
        figure on_time_rate 100
        do confirm
        state kept
        number 示公开〔2024〕0001号

        = disclosure.column
        do close closed_on=2024-12-16; closing=merged
        state closed
        figure active 0

        = disclosure.activity
        new title=政务公开日; kind=publicity; planned_on=2024-05-13; place=市民广场; organiser=办公室
        not hold held_on=2024-05-10; attendees=200; leaflets=3000; summary=顺利 -> 举行日期不能早于计划日期
        due hold 2024-05-27
        do hold held_on=2024-05-15; attendees=200; leaflets=3000; summary=现场发放
        state held
        figure held 1
        figure leaflets 3000

        = disclosure.survey
        new title=服务满意度调查; kind=survey; opened_on=2024-06-03; planned_end=2024-06-20
        no major=true -> 一般不少于三十日
        do end ended_on=2024-06-20; replies=120
        due publish 2024-07-18
        not publish answered_on=2024-07-01; adopted=200; summary=已汇总 -> 采纳的不能多于收到的
        do publish answered_on=2024-07-01; adopted=5; summary=已汇总
        state published
        figure surveys 1
        figure replies 120
        """;

    /// <summary>A request with correction, third party and extension; what was not answered at the end of 2023 is carried over.</summary>
    public const string Requests = """
        = disclosure.request
        new received_on=2023-12-25; channel=mail; applicant_kind=person; applicant=陈申请; content=拆迁补偿方案
        do accept examined_on=2023-12-26; handler=吴公开
        due answer 2024-01-23
        do answer answered_on=2024-01-10; result=granted; answer=方案附后
        do serve served_on=2024-01-11
        do file filed_on=2024-06-03
        number 示公开申〔2023〕1号

        = disclosure.request
        new received_on=2024-11-04; channel=online; applicant_kind=company; applicant=某某公司; content=中标单位的报价
        no applicant_kind=organisation -> 选到最细一级
        no received_on=2024-12-21 -> 收到申请日期不能晚于今天
        due examine 2024-11-13
        do ask_correction correction_notified_on=2024-11-08; correction_items=写明项目名称; correction_term=d10; handler=吴公开
        paper 示公开补〔2024〕1号 -> 2024年11月18日
        due correct 2024-11-18
        do receive_correction corrected_on=2024-11-13
        due answer 2024-12-11
        do consult consulted=third_party; consulted_on=2024-11-14
        due opinion 2024-12-05
        not receive_opinion replied_on=2024-11-20; reply=silent -> 期满才能登记逾期未提出意见
        do receive_opinion replied_on=2024-11-21; reply=objected
        due answer 2024-12-18
        do extend extended_on=2024-11-22
        due answer 2025-01-16
        not charge fee_notified_on=2024-11-25; fee=100 -> 已经要求说明理由的才可以收费
        not answer answered_on=2024-12-02; result=not_corrected; answer=无 -> 请用“逾期不补正”
        not answer answered_on=2024-12-02; result=granted; answer=涉及重大公共利益 -> 填告知第三方日期
        do answer answered_on=2024-12-02; result=third_party; answer=第三方不同意且理由成立
        paper 示公开答〔2024〕2号 -> 应当先申请行政复议
        do serve served_on=2024-12-03
        do dispute dispute_on=2024-12-10; dispute=reconsideration
        not file filed_on=2024-12-16 -> 复议诉讼尚未审结
        do settle_dispute dispute_result=upheld
        do file filed_on=2024-12-18
        state filed
        number 示公开申〔2024〕1号
        figure received 1
        figure handled 2
        figure handled_companies 1
        figure extended 1
        figure reconsiderations 1
        figure open 0
        """;

    /// <summary>The yearly table of a department that keeps no cases here: each column has to balance.</summary>
    public const string Yearly = """
        = disclosure.yearly
        new period=2023-01; publish_by=2024-01-31; intake=[{"person":"3","company":"1","research":"0","welfare":"0","legal":"0","other":"0"}]; carried_in=[{"person":"1","company":"0","research":"0","welfare":"0","legal":"0","other":"0"}]; results=[{"result":"granted","person":"2","company":"1","research":"0","welfare":"0","legal":"0","other":"0"},{"result":"partial","person":"1","company":"0","research":"0","welfare":"0","legal":"0","other":"0"}]; carried_out=[{"person":"1","company":"0","research":"0","welfare":"0","legal":"0","other":"0"}]; disputes=[{"way":"reconsideration","upheld":"1","corrected":"0","other":"0","pending":"0"}]; filler=王填报
        no period=2022-01; publish_by=2023-01-31; carried_out=[{"person":"0","company":"0","research":"0","welfare":"0","legal":"0","other":"0"}] -> 自然人一列不平衡
        no period=2022-01; publish_by=2023-01-31; carried_out=[{"person":"0","company":"1","research":"0","welfare":"0","legal":"0","other":"0"}] -> 商业企业一列不平衡
        no period=2022-01; publish_by=2023-02-28 -> 1月31日前公布
        no period=2022-01; organ_kind=government; publish_by=2023-04-01 -> 不得晚于3月31日
        no period=2022-01; publish_by=2023-01-31; carried_out= -> 四、结转下年度
        due submit 2024-01-31
        due publish 2024-01-31
        not submit submitted_on=2023-12-29 -> 年度结束以后才能提交
        do submit submitted_on=2024-01-10
        do send_back
        do submit submitted_on=2024-01-12
        do approve approved_on=2024-01-15
        paper 示公开表〔2024〕1号 -> 本年新收4件
        do publish published_on=2024-01-22
        state published
        """;

    /// <summary>What may not be answered on the spot, and when silence counts.</summary>
    public const string RequestGates = """
        = disclosure.request
        new received_on=2024-11-11; channel=face; applicant_kind=person; applicant=陈某; content=工作总结
        not answer_at_once answered_on=2024-11-11; result=internal; answer=内部事务; handler=吴公开 -> 要经审核签发
        do ask_correction correction_notified_on=2024-11-12; correction_items=写明年份; correction_term=d10; handler=吴公开
        not give_up answered_on=2024-11-22 -> 补正期限届满以后
        do give_up answered_on=2024-11-25
        do serve served_on=2024-11-26
        do file filed_on=2024-12-19
        figure handled_persons 1
        no received_on=2024-12-21 -> 收到申请日期不能晚于今天
        """;
}

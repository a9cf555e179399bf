namespace Fazhang.Tests.Lines;

/// <summary>The walks of 行政执法, one or two a business line.</summary>
internal static class EnforcementWalks
{
    public const string Supervision = """
        = enforcement.contact_point
        new name=东区企业服务中心; kind=park; contact=周联络; phone=13800138000; established_on=2026-03-02
        no name=西区商会; established_on=2026-09-19 -> 设立日期不能晚于今天
        due renew 2029-03-02
        figure active 1
        do end ended_on=2026-09-10
        state ended
        number 示执联001
        figure active 0

        = enforcement.supervisor
        new name=吴监督; kind=expert; employer=某大学法学院; appointed_on=2026-03-02; term=y1
        no appointed_on=2026-09-19 -> 聘任日期不能晚于今天
        due expire 2027-03-02
        do record activities=[{"on":"2026-05-08","kind":"review","note":"参加案卷评查"}]
        figure active 1
        do end ended_on=2026-09-16; ending=resigned
        state ended
        figure active 0

        = enforcement.campaign
        new name=规范涉企行政检查专项; kind=local; basis=市委依法治市办工作要点; field=market; problems=乱检查、重复检查; lead=执法监督科; started_on=2026-03-09
        no kind=special -> 方案批准日期
        do record stage=[{"on":"2026-04-01","done":"抽查检查记录","organs":"6"}]
        figure running 1
        not end ended_on=2026-03-01; summary=提前 -> 结束日期不能早于启动日期

        = enforcement.supervision
        new found_on=2026-07-01; source=campaign; campaign=#enforcement.campaign; organ=@east; field=market; act=inspection; problem=arbitrary_inspection; enterprise=true; summary=同一企业一月内被检查五次
        no campaign= -> 要填所属的专项监督
        no found_on=2026-09-19 -> 发现日期不能晚于今天
        no source=discipline; campaign= -> 与纪检监察机关联合整治
        no cases=5 -> 个性问题只涉及一件案件
        due verify 2026-07-22
        do confirm verified_on=2026-07-10; finding=confirmed; handler=郑监督; measures=files,interview; facts=检查记录五份
        not order handled_on=2026-07-13; handling=notice; term=d30 -> 不再制发监督通知书

        = enforcement.supervision_document
        new kind=opinion; organ=@east; problem=#enforcement.supervision; subject=纠正重复检查; facts=一月内检查五次; requirement=制定检查计划; term=d30; drafted_on=2026-07-10; drafter=郑监督
        no problems=2 -> 请选类案问题
        not issue issued_on=2026-07-13; issuer=government -> 监督决定书由本级政府制发

        = enforcement.supervision
        not order handled_on=2026-07-13; handling=opinion; letter=#enforcement.supervision_document; term=d30 -> 还没有签发

        = enforcement.supervision_document
        do issue issued_on=2026-07-13; issuer=agency
        do serve served_on=2026-07-13; receiver=收发员
        due reply 2026-08-12
        do reply replied_on=2026-08-10; reply=已制定计划并退款
        do close closed_on=2026-08-14; complied=full
        state closed
        number 示执监〔2026〕1号
        figure opinions 1
        figure notices 0
        figure open 0

        = enforcement.supervision
        do order handled_on=2026-07-13; handling=opinion; letter=#enforcement.supervision_document; term=d30
        due rectify 2026-08-12
        do object objection_on=2026-07-15; objection=检查有上级通知
        do answer_objection objection_answered_on=2026-07-20; objection_result=maintained
        due rectify 2026-08-17
        not report rectified_on=2026-07-01; rectification=已改 -> 不能早于处理日期
        do report rectified_on=2026-08-10; rectification=合并检查事项; fine_reduced=20000; rule_made=涉企检查计划管理办法
        do upload platform_on=2026-08-12
        do pass rechecked_on=2026-08-20
        state closed
        number 示执监问〔2026〕1号
        figure found 1
        figure screened 1
        figure rectified 1
        figure joint_rectified 0
        figure fines_reduced 20000
        figure rectification_rate 100
        figure upload_rate 100
        figure open 0

        = enforcement.measure
        new campaign=#enforcement.campaign; content=公布年度检查计划; responsible=@east; assigned_on=2026-03-10; term=d90
        no assigned_on=2026-09-19 -> 分解日期不能晚于今天
        due complete 2026-06-08
        do supervise progress=[{"on":"2026-04-02","way":"visit","done":"实地查看"}]
        do complete done_on=2026-05-29; evidence=计划已公布

        = enforcement.campaign
        not end ended_on=2026-09-11; summary=查实一个问题 -> 还没有全部核验落实

        = enforcement.measure
        do send_back
        due complete 2026-06-08
        do complete done_on=2026-05-29; evidence=计划已公布
        do verify verified_on=2026-06-03
        state verified
        figure verified 1
        figure open 0

        = enforcement.supervised_case
        new clue_on=2026-05-06; source=enterprise; name=某公司反映乱罚款案; organ=@east; field=market; enterprise=true; impact=企业多次反映
        no clue_on=2026-09-19 -> 不能晚于今天
        do decide decided_on=2026-05-11; method=listed; requirement=限期查明; term=d60
        due conclude 2026-07-10
        paper 示执督通〔2026〕1号 -> 限期查明
        do record progress=[{"on":"2026-06-01","done":"已调卷"}]
        do extend extended_on=2026-07-06
        due conclude 2026-08-10
        not conclude concluded_on=2026-05-01; outcome=corrected; result=已纠正 -> 不能早于决定督办的日期
        do conclude concluded_on=2026-07-28; outcome=corrected; result=撤销处罚并退款
        state concluded
        figure supervised 1
        figure open 0

        = enforcement.clue_transfer
        new found_on=2026-08-03; problem=#enforcement.supervision; organ=@east; nature=dereliction; persons=1; summary=多次检查中收受礼品的线索; receiver_kind=discipline; receiver=区纪委监委
        no receiver_kind=police -> 应当移送监察机关
        due transfer 2026-08-17
        do transfer transferred_on=2026-08-07; materials=检查记录五份
        paper 示执移函〔2026〕1号 -> 涉及1人
        do receive received_on=2026-08-07
        not answer replied_on=2026-08-07; result=pending -> 尚在办理的不登记反馈
        do answer replied_on=2026-09-04; result=filed; handled_persons=1
        state answered
        figure to_discipline 1
        figure waiting 0

        = enforcement.campaign
        do end ended_on=2026-09-11; summary=查实一个问题
        value found=1
        value settled=1
        state ended
        figure started 1
        figure running 0
        """;

    public const string SupervisionBeforeTheRegulation = """
        = enforcement.supervision_document
        new kind=opinion; organ=@east; subject=纠正处罚程序; facts=未告知即处罚; requirement=撤销重作; term=d15; drafted_on=2024-11-01; drafter=郑监督
        not issue issued_on=2024-11-04; issuer=agency -> 自2026年2月1日起制发
        new kind=notice; organ=@east; subject=纠正处罚程序; facts=未告知即处罚; requirement=撤销重作; term=d15; drafted_on=2024-11-01; drafter=郑监督
        do issue issued_on=2024-11-04; issuer=agency
        do serve served_on=2024-11-04; receiver=收发员
        do reply replied_on=2024-11-15; reply=已撤销
        do close closed_on=2024-11-18; complied=full
        figure notices 1

        = enforcement.supervision
        new found_on=2024-10-08; source=discipline; joint=true; organ=@east; field=market; act=penalty; problem=arbitrary_fine; scope=category; cases=12; summary=同类处罚畸重
        do confirm verified_on=2024-10-15; finding=confirmed; handler=郑监督; measures=files; facts=十二件
        not order handled_on=2024-11-04; handling=opinion; term=d15 -> 自2026年2月1日起制发
        do order handled_on=2024-11-04; handling=notice; letter=#enforcement.supervision_document; term=d15
        do report rectified_on=2024-11-15; rectification=逐案复查; fine_reduced=510000
        not fail rechecked_on=2024-11-18; again_by=2024-11-18 -> 应当晚于复核日期
        do fail rechecked_on=2024-11-18; again_by=2024-11-29
        due rectify_again 2024-11-29
        due rectify 2024-11-19
        do report rectified_on=2024-11-25; rectification=退款完成; fine_reduced=510000
        do pass rechecked_on=2024-11-28
        figure joint_rectified 1
        figure fines_reduced 510000
        figure category 1
        """;

    public const string Penalty = """
        = enforcement.leniency_item
        new list=may_waive; field=market; violation=未按规定公示年报; penalty_basis=企业信息公示暂行条例第十七条; conditions=初次违法，责令改正期限内改正; benchmark=可处一万元以下罚款; reviewed_on=2023-12-01
        no reviewed_on=2024-12-21 -> 合法性审核日期不能晚于今天
        not publish document=市监规〔2023〕9号; published_on=2023-11-01; effective_on=2024-01-01 -> 公布不能早于合法性审核
        do publish document=市监规〔2023〕9号; published_on=2023-12-15; effective_on=2024-01-01
        do evaluate evaluated_on=2024-11-20; evaluation=继续适用
        figure in_force 1
        number 示清单0001

        = enforcement.legal_review
        new submitted_on=2024-11-18; act=penalty; name=对海风食品的处罚决定; ground=complex; department=执法二科
        no submitted_on=2024-12-21 -> 送审日期不能晚于今天
        not review reviewed_on=2024-11-20; reviewer=冯审核; qualified=false; points=facts,law; opinion=agree -> 应当有法律职业资格
        do supplement
        do complete completed_on=2024-11-19
        do review reviewed_on=2024-11-20; reviewer=冯审核; qualified=true; points=facts,law; opinion=revise; comments=补充裁量说明
        paper 示法审书〔2024〕1号 -> 补充裁量说明
        figure reviewed 1
        figure corrected 1

        = enforcement.penalty
        new filed_on=2024-10-08; source=complaint; field=market; party_kind=company; party=海风食品有限公司; violation=经营过期食品; basis=食品安全法第一百二十四条; facts=货架上过期食品三件; officers=陈甲、李乙
        no officer_count=1 -> 执法人员不得少于两人
        no violated_on=2021-01-05 -> 二年后才发现
        due decide 2025-01-06
        not decide decided_on=2024-11-25; decision=penalty; kind=fine; document_number=市监罚〔2024〕1号; fine=50000 -> 普通程序应当先告知
        do preserve preserved_on=2024-10-09; preserved_items=过期食品三件
        paper 示罚存〔2024〕1号 -> 过期食品三件
        due preservation 2024-10-17
        do settle_preservation preservation_on=2024-10-16; preservation=evidence
        not notify notified_on=2024-09-30; proposed=罚款五万元 -> 告知日期不能早于立案日期
        do notify notified_on=2024-11-01; proposed=罚款五万元; defended=partly; hearing_right=true
        paper 示罚告〔2024〕1号 -> 罚款五万元
        not decide decided_on=2024-11-08; decision=penalty; kind=fine; document_number=市监罚〔2024〕1号; fine=50000; grave=false -> 期满以前不能决定
        due ask_hearing 2024-11-08
        not hear hearing_asked_on=2024-11-05; hearing_notified_on=2024-11-12; hearing_on=2024-11-14 -> 七个工作日前通知
        do hear hearing_asked_on=2024-11-05; hearing_notified_on=2024-11-05; hearing_on=2024-11-15
        paper 示罚听〔2024〕1号 -> 2024年11月15日
        not decide decided_on=2024-11-25; decision=reduced; kind=fine; document_number=市监罚〔2024〕1号; fine=20000; lenient=reduced; benchmark_amount=50000 -> 应当法制审核以后再决定
        do send_review review_needed=heard
        not review review_needed=heard; reviewed_on=2024-11-20; review=#enforcement.legal_review -> 意见不是“同意”又没有采纳

        = enforcement.legal_review
        do close closed_on=2024-11-21; adopted=full
        state closed

        = enforcement.penalty
        do review review_needed=heard; reviewed_on=2024-11-20; review=#enforcement.legal_review
        not decide decided_on=2024-11-25; decision=reduced; kind=fine; document_number=市监罚〔2024〕1号; fine=60000; lenient=reduced; benchmark_amount=50000 -> 不能高于裁量基准
        do decide decided_on=2024-11-25; decision=reduced; kind=fine; document_number=市监罚〔2024〕1号; fine=20000; lenient=reduced; benchmark_amount=50000
        due serve 2024-12-04
        do serve served_on=2024-11-27; service=direct
        due publish 2024-12-04
        due pay 2024-12-12
        do publish published_on=2024-11-29
        do pay paid_on=2024-12-05
        do close closed_on=2024-12-10; execution=performed
        do withdraw_after withdrawn_from=2024-12-16
        due withdraw 2024-12-19
        do withdrawn withdrawn_on=2024-12-17; closed_on=2024-12-10
        state done
        number 示罚〔2024〕1号
        figure lenient 1
        figure lenient_amount 30000
        figure fines 20000
        figure hearings 1

        = enforcement.penalty
        new filed_on=2024-12-02; source=inspection; field=market; party_kind=individual; party=钱小店; violation=未公示年报; basis=企业信息公示暂行条例第十七条; facts=已改正; officers=陈甲、李乙
        not waive decided_on=2024-12-10; lenient=lightened; benchmark_amount=3000 -> 应当选不予处罚清单
        do waive decided_on=2024-12-10; lenient=may_waive; lenient_item=#enforcement.leniency_item; benchmark_amount=3000
        state ended
        figure cases 2
        figure waived 1
        figure lenient_amount 33000

        = enforcement.leniency_item
        do end ended_on=2024-12-20; ending=law
        state ended
        figure in_force 0

        = enforcement.penalty
        new filed_on=2024-12-12; source=inspection; field=market; party_kind=individual; party=孙小店; violation=未公示年报; basis=企业信息公示暂行条例第十七条; facts=已改正; officers=陈甲、李乙
        not waive decided_on=2024-12-20; lenient=may_waive; lenient_item=#enforcement.leniency_item; benchmark_amount=3000 -> 没有施行或者已经失效
        do notify notified_on=2024-12-13; proposed=停业三日
        not decide decided_on=2024-12-16; decision=penalty; kind=halted; document_number=市监罚〔2024〕2号 -> 应当告知听证权利
        do notify notified_on=2024-12-13; proposed=停业三日; hearing_right=true; hearing_waived=true
        do decide decided_on=2024-12-16; decision=penalty; kind=halted; document_number=市监罚〔2024〕2号
        do serve served_on=2024-12-16
        do close closed_on=2024-12-18; execution=performed
        do withdraw_after withdrawn_from=2024-12-19
        do withdrawn withdrawn_on=2024-12-20; closed_on=2024-12-18
        state done

        = enforcement.disclosure
        new stage=after; kind=licence; title=食品经营许可决定; made_on=2024-12-02
        no stage=before -> 属于事后公开
        due publish 2024-12-11
        not publish published_on=2024-12-04; channel=site; masked=false -> 处理个人信息
        do publish published_on=2024-12-04; channel=site,credit; masked=true
        do change changed_on=2024-12-16
        due withdraw 2024-12-19
        do withdraw withdrawn_on=2024-12-17; explanation=申请人撤回
        state withdrawn
        figure published 1
        figure withdrawn 1
        """;

    public const string Persons = """
        = enforcement.training
        new name=行政处罚法专题培训; kind=topic; audience=enforcement; planned_on=2024-05-06; subjects=[{"title":"处罚程序","teacher":"王老师","hours":"4"},{"title":"裁量基准","hours":"2"}]
        not hold held_on=2024-12-21; days=1; attendees=80 -> 不能晚于今天
        not hold held_on=2024-05-10; days=1; attendees=80; passed=70; tested=60 -> 合格人数不能多于测试人数
        do hold held_on=2024-05-10; days=1; attendees=80; tested=78; passed=77
        state held
        figure topic 1
        figure topic_attendees 80

        = enforcement.exam
        new name=执法资格统一考试; kind=both; notified_on=2024-08-01; held_on=2024-09-21; sites=[{"name":"市党校考点","rooms":"1","seats":"1"},{"name":"东区考点","rooms":"1","seats":"1"}]
        no held_on=2024-07-30 -> 考试日期不能早于通知日期

        = enforcement.exam_entry
        new exam=#enforcement.exam; held_on=2024-09-21; kind=enforcement; name=唐执法; organ=@east; staffing=civil
        do admit site=市党校考点; batch=1; seat=12
        do grade result=failed; score=40
        mark failed
        new exam=#enforcement.exam; held_on=2024-09-21; kind=enforcement; name=辅某; organ=@east; staffing=auxiliary
        not admit site=东区考点; batch=1; seat=1 -> 辅助人员不能报考
        mark auxiliary
        new exam=#enforcement.exam; held_on=2024-09-21; kind=enforcement; name=韩执法; identity=210202199003071239; organ=@east; staffing=civil
        mark passed

        = enforcement.exam
        not arrange  -> 超过座位总数

        = enforcement.exam_entry
        take auxiliary
        do reject
        take passed
        not admit site=市党校考点; batch=1; seat=12 -> 座位号

        = enforcement.exam
        do arrange
        value registered=2
        not publish closed_on=2024-10-08 -> 还有考生没有登记成绩

        = enforcement.exam_entry
        do admit site=东区考点; batch=1; seat=12
        not grade result=absent; score=0 -> 缺考、违纪请用各自的操作
        do grade result=passed; score=88.5
        state graded
        figure attended 2
        figure persons 1
        figure pass_rate 50
        mark passed

        = enforcement.exam
        do publish closed_on=2024-10-08
        value irregularities=0
        state published
        figure sites 2
        figure held 1

        = enforcement.exam_entry
        no name=迟到的人; identity= -> 不能再报名
        take failed

        = enforcement.officer
        new name=韩执法; identity=210202199003071239; organ=@east; kind=enforcement; staffing=civil; field=market; joined_on=2024-06-03
        no kind=reviewer; identity=210203198511204562 -> 应当取得法律职业资格
        due qualify 2024-12-02
        not qualify qualified_on=2024-10-09; exam_entry=#enforcement.exam_entry -> 资格考试没有合格

        = enforcement.exam_entry
        take passed

        = enforcement.officer
        do qualify qualified_on=2024-10-09; exam_entry=#enforcement.exam_entry
        do suspend suspended_on=2024-11-04; suspension=被投诉核查
        do restore restored_on=2024-11-11
        figure active 1

        = enforcement.certificate
        new kind=enforcement; officer=#enforcement.officer; holder=韩执法; organ=@east; field=market; area=甲区; applied_on=2024-10-09
        no applied_on=2024-12-21 -> 申领日期不能晚于今天
        not check checked_on=2024-10-10 -> 要填通过的资格考试成绩
        do refuse checked_on=2024-10-10; opinion_reason=没有通过考试
        new kind=enforcement; officer=#enforcement.officer; holder=韩执法; organ=@east; field=market; area=甲区; applied_on=2024-10-09; exam_entry=#enforcement.exam_entry
        do supplement checked_on=2024-10-10; opinion_reason=照片不清
        do resubmit resubmitted_on=2024-10-11

        = enforcement.officer
        do suspend suspended_on=2024-10-11; suspension=被投诉核查

        = enforcement.certificate
        not check checked_on=2024-10-12 -> 正在暂停执法

        = enforcement.officer
        do restore restored_on=2024-10-11

        = enforcement.certificate
        do check checked_on=2024-10-12
        not issue issued_on=2024-10-11; serial=A0001; validity=y5 -> 核发日期不能早于审核日期
        do issue issued_on=2024-10-14; serial=A0001; validity=local
        paper 示执证核〔2024〕1号 -> 证件号码A0001
        due expire 2029-10-15
        due check_yearly 2025-10-14
        not inspect checks=[{"year":"2024","on":"2024-12-02","hours":"60","result":"passed"}]; next_check_on=2024-12-02 -> 晚于今天的下次审验日期
        do inspect checks=[{"year":"2024","on":"2024-12-02","hours":"60","result":"passed"}]; next_check_on=2025-12-02
        due check_yearly 2025-12-02
        do renew renewed_on=2024-12-03; renewed_until=2034-10-14
        due renewed 2034-10-14

        = enforcement.officer
        not leave left_on=2024-12-16; leaving=transferred -> 先收回并注销证件

        = enforcement.certificate
        do hold held_on=2024-11-04; holding=被投诉核查
        do give_back returned_on=2024-11-11
        figure valid 1
        mark first
        new kind=enforcement; reason=renewal; previous=#enforcement.certificate; officer=#enforcement.officer; holder=韩执法; organ=@east; field=market; area=甲区; applied_on=2024-12-04
        do check checked_on=2024-12-05
        do issue issued_on=2024-12-06; serial=A0002; validity=y5
        figure valid 1
        figure cancelled 1
        do cancel cancelled_on=2024-12-16; cancellation=left; surrendered=true
        state cancelled
        number 示执证〔2024〕00002号
        figure issued 2
        figure cancelled 2
        figure valid 0

        = enforcement.officer
        do leave left_on=2024-12-16; leaving=transferred
        state left
        figure active 0
        """;

    public const string Inspection = """
        = enforcement.inspection_target
        new name=某某律师事务所; kind=law_firm; entered_on=2024-01-08; principal=何主任
        no entered_on=2024-12-21 -> 入库日期不能晚于今天
        do rate rated=c; risk_on=2024-03-01
        figure listed 1

        = enforcement.inspection_plan
        new name=法律服务机构抽查; planned_on=2024-03-04; matter=执业活动; kind=法律服务机构; pool=10; ratio=20
        no mode=joint -> 联合部门
        not draw drawn_on=2024-04-08; drawn=1; officers_drawn=2; seed=20240407 -> 少于计划比例
        do draw drawn_on=2024-04-08; drawn=2; officers_drawn=2; seed=20240407
        not finish finished_on=2024-05-31; summary=发现问题一家 -> 抽取名单要先公示
        do publish_list list_published_on=2024-04-09

        = enforcement.inspection
        new kind=random; drawing=#enforcement.inspection_plan; listed=#enforcement.inspection_target; target_name=某某律师事务所; target_kind=law_firm; matter=执业活动; assigned_on=2024-04-10; inspectors=吴一、郑二
        no drawing= -> 要填所属的抽查计划

        = enforcement.inspection_plan
        not finish finished_on=2024-05-31; summary=发现问题一家 -> 还有检查任务没有检查

        = enforcement.inspection
        not inspect inspected_on=2024-04-16; shown=false; recorded=text; findings=有; result=clean -> 应当出示执法证件
        do order inspected_on=2024-04-16; shown=true; recorded=text,video; findings=收费公示不全; term=d15
        due publish 2024-05-15
        due rectify 2024-05-06
        do publish published_on=2024-04-22
        do rectify rectified_on=2024-04-29
        do recheck_failed rechecked_on=2024-04-30
        due rectify 2024-05-06
        do rectify rectified_on=2024-05-06
        do recheck rechecked_on=2024-05-08
        state closed
        number 示检〔2024〕1号
        figure random 1
        figure random_targets 1
        figure random_ordered 1
        figure rectified 1

        = enforcement.inspection_plan
        do finish finished_on=2024-05-31; summary=发现问题一家
        state finished
        figure drawn 1
        figure targets 2

        = enforcement.inspection_target
        do remove removed_on=2024-12-02; removal=cancelled
        state removed
        figure listed 0
        """;
}

namespace Fazhang.Tests.Lines;

/// <summary>The walks of 普法宣传, one a business line. Today is Friday 2026-03-20, after the law on publicity came into force.</summary>
internal static class PublicityWalks
{
    public const string Publicity = """
        = publicity.programme
        new title=第八个五年规划; first_year=2021; last_year=2025; adopted_on=2021-08-02
        no last_year=2026 -> 规划为五年
        due midterm 2024-08-02
        do report congress_on=2022-06-01
        not evaluate_midterm midterm_on=2021-07-01; midterm=进展平衡; midterm_published_on=2023-12-01 -> 评估不能早于规划印发
        do evaluate_midterm midterm_on=2023-11-06; midterm=进展平衡; midterm_published_on=2023-12-01
        do evaluate_final final_on=2026-02-02; final=完成规划任务; literacy=81.5; final_published_on=2026-03-02
        state ended
        number 示普规〔2021〕1号
        figure evaluated 1
        figure running 0

        = publicity.duty
        new organ=@east; organ_kind=administrative; year=2025; year_start=2025-01-01; issued_on=2025-03-10; leader=冯副局长; items=[{"task":"消费者权益日宣传","law":"消费者权益保护法","audience":"public","measure":"广场咨询"},{"task":"校园食品安全课","law":"食品安全法","audience":"primary","measure":"进校园"}]
        no year_start=2024-12-31 -> 年度的1月1日
        no leader=褚局长 -> 年度
        do update progress=[{"task":"消费者权益日宣传","done_on":"2025-03-15"}]
        do ask_report asked_on=2026-01-05
        due report 2026-01-26
        not report reported_on=2026-01-20; completed=3 -> 不能多于清单上的项目
        do report reported_on=2026-01-20; completed=1; problems=校园课没有开
        due evaluate 2026-03-23
        not evaluate evaluated_on=2026-03-02; way=meeting; score=52; grade=good -> 等次应当是“差”
        not evaluate evaluated_on=2026-03-02; way=meeting; score=52; grade=poor -> 主要问题
        do evaluate evaluated_on=2026-03-02; way=meeting; score=52; grade=poor; shortfall=no_activity
        opens publicity.prompt
        do publish published_on=2026-03-09
        state published
        number 示普责〔2025〕1号
        figure evaluated 1
        figure excellent_rate 0

        = publicity.prompt
        new organ=@west; found_on=2026-03-02; source=check; problem=formal; facts=只挂横幅; advice=分对象开展
        no source=review -> 普法责任清单编号
        not send sent_on=2026-03-01; term=d10 -> 不能早于发现日期
        do send sent_on=2026-03-03; term=d10
        paper 示普提函〔2026〕1号 -> 只挂横幅
        due reply 2026-03-13
        do reply replied_on=2026-03-11; measures=增加咨询
        do return_reply
        do reply replied_on=2026-03-13; measures=分三类对象开展
        do close closed_on=2026-03-16
        state closed
        number 示普提〔2026〕1号
        figure sent 1
        figure improved 1

        = publicity.material
        new name=民法典折页; kind=leaflet; edition=2020年; received_on=2026-01-06; quantity=1000; supplier=printed
        no edition= -> 依据的法律版本
        not issue last_issued_on=2026-03-14; issues=[{"on":"2026-03-14","organ":"@east","quantity":"1200"}] -> 多于入库数量
        do issue last_issued_on=2026-03-14; issues=[{"on":"2026-03-14","organ":"@east","quantity":"900"}]
        not close closed_on=2026-03-18; closing=used; scrapped=100 -> 不能按“领用完毕”结清
        do close closed_on=2026-03-18; closing=outdated; scrapped=100
        state closed
        number 示普资〔2026〕1号
        figure received 1000
        figure scrapped 100

        = publicity.work
        new title=小镇法官; kind=drama; topic=邻里纠纷; audience=villagers; organ=@city; from_case=true; started_on=2026-01-05
        no started_on=2026-03-23 -> 立项日期不能晚于今天
        do finish finished_on=2026-02-27; episodes=5
        due review 2026-03-12
        not pass reviewed_on=2026-03-03; anonymised=false -> 隐去身份信息
        do pass reviewed_on=2026-03-03; anonymised=true
        do publish published_on=2026-03-06; channels=wechat,video; views=12000
        state published
        number 示普作〔2026〕1号
        figure episodes 5
        figure views 12000

        = publicity.activity
        new title=消费者权益日广场宣传; kind=theme; campaign=法援惠民生; occasion=march15; organ=@city; planned_on=2026-03-13; place=中心广场; audience=public,elderly; laws=消费者权益保护法
        no kind=lecture -> 主讲人类别
        due register 2026-03-27
        not hold held_on=2026-03-13; sessions=2; people=700; people_by=estimated -> 估计方法
        not hold held_on=2026-03-13; sessions=2; people=700; people_by=viewed -> 可以按网上观看计人数
        not hold held_on=2026-03-13; sessions=2; people=700; people_by=counted; consulted=900 -> 不能多于受众人数
        do hold held_on=2026-03-13; sessions=2; people=700; people_by=counted; consulted=85; leaflets=600; gifts=300
        due check 2026-04-13
        do check checked_on=2026-03-17; checked_by=papers
        state done
        number 示普〔2026〕1号
        figure activities 2
        figure audience 700
        figure leaflets 600
        figure gifts 300
        figure consulted 85
        figure estimated_share 0
        new title=律师进企业; kind=lecture; lecturer_kind=lawyer; organ=@city; planned_on=2026-03-16; place=高新园区; audience=managers; laws=公司法
        do hold held_on=2026-03-16; sessions=1; people=60; people_by=signed
        do check checked_on=2026-03-17; checked_by=call
        figure lectures 1
        figure activities 3

        = publicity.village
        new name=东庄村; kind=village; town=@town; level=city; applied_on=2025-02-10; literate=2; counsel=true; covenant=true
        no applied_on=2026-03-23 -> 申报日期不能晚于今天
        not recommend recommended_on=2025-03-03 -> 不到三名
        new name=西庄村; kind=village; town=@town; level=city; applied_on=2025-02-10; literate=3; counsel=true; covenant=true
        due recommend 2025-03-24
        do recommend recommended_on=2025-03-03
        do name named_on=2026-01-12; document=示治〔2026〕2号
        figure in_force 1
        not revoke revoked_on=2026-03-16 -> 先登记复核
        do review reviewed_on=2026-03-10; review=revoke
        due review 2029-03-09
        do revoke revoked_on=2026-03-16
        state revoked
        number 示示村〔2025〕2号
        figure named 1
        figure in_force 0
        """;

    public const string Literate = """
        = literate.place
        new name=东庄村; kind=village; town=@town; listed_on=2026-01-05
        no name=西庄村; minimum=2 -> 不能少于三名
        due meet 2026-07-06
        do cover covered_on=2026-01-19; persons=2
        not meet met_on=2026-03-02; persons=2 -> 没有达到最少配备人数
        do meet met_on=2026-03-02; persons=4
        figure villages 1
        figure coverage 100
        figure minimum 3
        figure average 4
        not fall_short short_on=2026-03-10; persons=3; gap_note=一人外出 -> 人数没有少于最少配备人数
        do fall_short short_on=2026-03-10; persons=2; gap_note=两人外出
        figure coverage 0
        figure lacking 1
        due refill 2026-09-07
        not refill checked_on=2026-03-12; persons=2 -> 仍少于最少配备人数
        do refill checked_on=2026-03-12; persons=3
        figure coverage 100
        figure lacking 0
        due check 2027-03-12
        do remove removed_on=2026-03-20; removal=merged
        state removed
        number 示明村00001

        = literate.training
        new title=初任培训第一期; kind=initial; form=online; organ=@city; planned_on=2026-01-26; subjects=[{"title":"宪法","hours":"4"},{"title":"调解技巧","hours":"3.5"}]
        no subjects= -> 课程
        not hold held_on=2026-01-26; sessions=3; attendees=120; examined=130 -> 不能多于参训人次
        do hold held_on=2026-01-26; sessions=3; attendees=120; examined=120; passed=117
        do check checked_on=2026-01-30
        state done
        number 示明训〔2026〕1号
        figure sessions 3
        figure attendees 120
        figure pass_rate 97.5

        = literate.person
        new name=秦守法; sex=female; kind=village; place=#literate.place; priority=mediator; source=committee; recommended_on=2026-01-06; conditions=law_abiding,willing; crime_free=false
        no source=enterprise -> 类别应当是“企业”
        not select selected_on=2026-01-08 -> 有故意犯罪记录的不能选定
        do reject left_on=2026-01-09
        new name=尤明理; sex=male; kind=village; place=#literate.place; priority=party; source=self; recommended_on=2026-01-06; conditions=law_abiding; crime_free=true
        do select selected_on=2026-01-08
        due train 2026-04-08
        do train trained_on=2026-01-28; class=#literate.training; hours=7.5; online_hours=7.5
        not pass examined_on=2026-01-29; score=55 -> 请用“考核不合格”
        do fail examined_on=2026-01-29; score=55; resits=1
        do train trained_on=2026-02-03; hours=9
        do pass examined_on=2026-02-04; score=80
        do certify certified_on=2026-02-09; certificate=示明2026001
        figure serving 1
        figure certified 1
        figure villages 1

        = literate.studio
        new name=老尤工作室; place=#literate.place; town=@town; opened_on=2026-02-10; leader=#literate.person; functions=consultation,mediation
        no opened_on=2026-03-23 -> 设立日期不能晚于今天
        due record 2026-05-11
        do record recorded_on=2026-03-02; activity=[{"month":"2026-02","publicity":"2","consulted":"15","mediated":"3"}]
        figure studios 1
        do close closed_on=2026-03-16
        state closed
        number 示明室〔2026〕1号
        figure studios 0

        = literate.person
        do evaluate evaluated_on=2026-03-10; service=[{"year":"2026","guidance":"6","mediation":"3","grade":"qualified"}]
        do exit left_on=2026-03-18; leaving=moved
        state left
        number 示明白人00002
        figure serving 0
        figure exits 1
        """;

    public const string Culture = """
        = culture.site
        new name=界江法治公园; kind=park; level=county; town=@town; address=江边路; longitude=122.537201; latitude=52.972301; scenic=true; theme=constitution; origin=new; builder=@east; planned_on=2025-10-13; planned_end=2026-02-27
        no latitude= -> 经度和纬度要一起填写
        no planned_end=2025-10-01 -> 计划完工不能早于立项
        not include completed_on=2026-01-05; content_checked=true; keeper=东街办 -> 新建、改建的请用“开工”
        do start started_on=2025-11-03
        figure building 1
        not complete completed_on=2026-02-02; content_checked=false; keeper=东街办 -> 内容没有审核的不能启用
        do complete completed_on=2026-02-02; content_checked=true; keeper=东街办
        due list 2026-04-03
        do list listed_on=2026-02-10
        do inspect inspected_on=2026-03-02; condition=minor
        do repair inspected_on=2026-03-05; condition=damaged
        do repaired repaired_on=2026-03-12; repairs=[{"on":"2026-03-12","work":"更换展板","cost":"3000"}]
        figure sites 1
        figure new 1
        figure scenic 1
        figure building 0

        = culture.stop
        new tour=宪法边境行; city=界江市; ours=true; order=1; listed_on=2026-01-12; planned_on=2026-03-09; site=#culture.site
        no listed_on=2026-03-23 -> 列入日期不能晚于今天
        due hold 2026-03-23
        do hold held_on=2026-03-09; contents=launch,show
        state held
        number 示巡礼〔2026〕1号
        new tour=宪法边境行; city=邻江市; ours=false; order=2; listed_on=2026-01-12
        do hold held_on=2026-03-12; contents=exhibition
        figure stops 2
        figure local 1
        figure held 1

        = culture.site
        do remove removed_on=2026-03-20; removal=planning
        state removed
        number 示阵地00001
        figure sites 0
        """;

    public const string Team = """
        = volunteer.team
        new name=蓝盾分队; brand=蓝盾; organ=@east; field=education; formed_on=2025-12-01; leader=许队长; registered=true; scope=校园普法
        no formed_on=2026-03-23 -> 组建日期不能晚于今天
        due check 2026-12-01
        do train trained_on=2025-12-15; trainings=[{"on":"2025-12-15","topic":"宣讲技巧","people":"20"}]
        figure teams 1

        = volunteer.person
        new name=何志愿; team=#volunteer.team; kind=student; minor=true; guardian_consent=true; joined_on=2026-01-12
        no guardian_consent=false -> 征得监护人同意
        due train 2026-03-13
        do train trained_on=2026-01-19
        not serve served_on=2026-01-16; services=[{"on":"2026-01-16","task":"发放折页","hours":"2"}] -> 日期不能早于培训
        do serve served_on=2026-03-14; services=[{"on":"2026-03-14","task":"发放折页","hours":"2.5"}]
        figure volunteers 1
        figure hours 2.5
        do exit left_on=2026-03-18; leaving=moved
        state left
        number 示志愿00001

        = volunteer.service
        new asked_on=2026-03-02; client=东街小学; content=court; wanted_on=2026-03-13; place=东街小学; audience=primary; risk=夜间户外
        no wanted_on=2026-03-01 -> 希望日期不能早于申请日期
        due answer 2026-03-09
        not assign answered_on=2026-03-04; team=#volunteer.team; wanted_people=6 -> 先为志愿者购买保险
        new asked_on=2026-03-02; client=东街小学; content=court; wanted_on=2026-03-13; place=东街小学; audience=primary
        do assign answered_on=2026-03-04; team=#volunteer.team; wanted_people=6
        do finish done_on=2026-03-13; people=6; hours=18
        do rate rated_on=2026-03-16; rating=good
        state closed
        number 示志单〔2026〕2号
        figure done 1
        figure hours 18
        figure satisfaction 100

        = school.roster
        new name=东街小学; kind=primary; town=@town; code=2102001; pupils=900; listed_on=2025-09-01; course=true
        no name=西街小学; code=2102001 -> 学校标识码
        due check 2026-09-01
        do check checked_on=2026-03-10; gaps=vice_principal
        due check 2027-03-10
        figure schools 1

        = school.vice_principal
        new name=吕法官; employer_kind=court; employer=东区人民法院; years=12; clean=true; school=#school.roster; recommended_on=2025-08-25
        no years=0 -> 法律工作经历
        not appoint trained_on=2025-09-03; appointed_on=2025-09-01; term=y3; duties=lecture -> 不能早于推荐和任前培训
        do appoint trained_on=2025-08-28; appointed_on=2025-09-01; term=y3; duties=lecture,prevent
        paper 示副校聘〔2025〕1号 -> 聘期三年
        due expire 2028-09-01
        do serve served_on=2026-03-12; service=[{"on":"2025-10-10","kind":"lesson","hours":"2"},{"on":"2026-03-12","kind":"mock","hours":"1.5"}]
        not evaluate evaluated_on=2026-03-16; grade=excellent -> 不到4课时
        do evaluate evaluated_on=2026-03-16; grade=qualified
        figure serving 1
        figure main 1
        figure hours 3.5
        due evaluate 2027-03-16
        do renew renewed_on=2026-03-17; term=y1
        due expire 2027-03-17
        do end ended_on=2026-03-20; ending=moved
        state ended
        number 示副校〔2025〕1号
        figure serving 0

        = school.roster
        do close closed_on=2026-03-20
        state closed
        number 示校0001

        = volunteer.team
        do disband disbanded_on=2026-03-20
        state disbanded
        number 示志队001
        """;

    public const string Media = """
        = media.account
        new name=示范普法; platform=wechat; organ=@city; kind=publicity; opened_on=2026-01-05; certified=true; editor=施编辑; reviewer=张局长
        no opened_on=2026-03-23 -> 开通日期不能晚于今天
        due file 2026-01-19
        do file filed_on=2026-01-12
        do check checked_on=2026-03-09; followers=5200
        due check 2026-06-09
        figure accounts 1

        = media.post
        new title=一张借条的官司; account=#media.account; platform=channels; kind=video; subject=case; author=施编辑; organ=@city; written_on=2026-03-02; anonymised=false
        no platform=website -> 请核对平台
        not review reviewed_on=2026-03-04 -> 先隐去身份信息
        do drop
        new title=一张借条的官司; account=#media.account; platform=wechat; kind=video; subject=case; author=施编辑; organ=@city; written_on=2026-03-02; anonymised=true
        due review 2026-03-05
        do review reviewed_on=2026-03-04
        not publish published_on=2026-03-03 -> 发布不能早于终审
        do publish published_on=2026-03-05
        do finish counted_on=2026-03-19; views=3400
        state finished
        number 示发〔2026〕2号
        figure wechat 1
        figure case_videos 1
        figure views 3400
        figure fault_rate 0

        = media.article
        new title=示范市推行复议调解; kind=news; business=reconsideration; author=孔记者; organ=@city; written_on=2026-03-02; media=某法治报; level=national; form=paper
        no written_on=2026-03-23 -> 成稿日期不能晚于今天
        due review 2026-03-05
        not review reviewed_on=2026-03-04; proofs=first,second -> 三校齐全
        do review reviewed_on=2026-03-04; proofs=first,second,third
        do submit submitted_on=2026-03-05
        not adopt adopted_on=2026-03-04 -> 采用不能早于投稿
        do adopt adopted_on=2026-03-12; position=二版
        state adopted
        number 示稿〔2026〕1号
        figure national 1
        figure provincial 0
        figure adoption_rate 100

        = media.account
        do close closed_on=2026-03-20
        state closed
        number 示新媒001
        """;
}

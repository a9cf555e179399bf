namespace Fazhang.Tests.Lines;

/// <summary>The walks of people's assessors and judicial offices. Today is Friday 2024-12-20.</summary>
internal static class GrassrootsWalks
{
    public const string Assessors = """
        = assessor.selection
        new court=甲区人民法院; round=term; planned_on=2024-03-01; judges=40; quota=120; quota_on=2024-02-20; by_draw=100; by_recommendation=20
        no quota=110; by_draw=90 -> 三倍
        no by_recommendation=25; by_draw=95 -> 五分之一
        do announce announced_on=2024-03-04; apply_until=2024-04-08
        not draw_candidates drawn_on=2024-04-10; pool=50000; drawn=400; first_seed=20240410; first_digest=ab; first_witness=检察院 -> 五倍
        do draw_candidates drawn_on=2024-04-10; pool=50000; drawn=500; first_seed=20240410; first_digest=ab; first_witness=检察院
        due examine 2024-06-11
        do examine examined_on=2024-05-20; qualified=260; applicants=30
        not choose second_on=2024-05-24; chosen=95; recommended=25; second_seed=20240524; second_digest=cd; second_witness=检察院 -> 五分之一
        do choose second_on=2024-05-24; chosen=100; recommended=20; second_seed=20240524; second_digest=cd; second_witness=检察院
        not publicise publicised_on=2024-05-27; publicised_until=2024-05-31 -> 公示不少于5个工作日
        do publicise publicised_on=2024-05-27; publicised_until=2024-06-03
        not submit submitted_on=2024-06-01; objections=0 -> 公示结束后
        do submit submitted_on=2024-06-05; objections=0
        do appoint appointed_on=2024-06-20; appointed=120
        due swear 2024-08-19
        do swear sworn_on=2024-06-28
        state sworn
        number 示陪选〔2024〕1号
        figure appointed 120

        = assessor.person
        new name=许陪审; sex=female; birth_on=1990-06-01; education=bachelor; occupation=teacher; address=东街4号; selection=#assessor.selection; route=draw; listed_on=2024-04-10; health=true
        no birth_on=1996-04-11 -> 未满二十八周岁
        not pass examined_on=2024-05-10; police_checked=false -> 公安机关已核查
        do pass examined_on=2024-05-10; police_checked=true
        do agree consent_on=2024-05-15
        do choose chosen_on=2024-05-24; publicised_on=2024-05-27
        do appoint appointed_on=2024-06-20; reappointed=false
        due term 2029-06-20
        not renew renewed_on=2024-12-19; reappointment=本人自愿 -> 任期五年没有届满
        do swear sworn_on=2024-06-28
        figure appointed 1
        figure active 1
        figure recommended_share 0
        not expire ended_on=2024-12-19 -> 不满五年
        do remove ended_on=2024-12-19; ending=resigned
        state ended
        number 示陪审00001
        figure removed 1
        figure active 0
        new name=邓陪审; sex=male; birth_on=1980-06-01; education=senior; occupation=farmer; address=东街6号; selection=#assessor.selection; route=draw; listed_on=2019-04-10; health=true
        do pass examined_on=2019-05-10; police_checked=true
        do agree consent_on=2019-05-15
        do choose chosen_on=2019-05-24
        do appoint appointed_on=2019-06-20; reappointed=false
        due term 2024-06-20
        do renew renewed_on=2024-06-21; reappointment=少数民族地区人选不足
        due term 2029-06-21
        figure renewed 1
        figure appointed 1
        not expire ended_on=2024-12-19 -> 任期不满五年
        do remove ended_on=2024-12-19; ending=died
        state ended

        = assessor.activity
        new kind=honour; name=优秀陪审员表彰; planned_on=2024-12-10
        not hold held_on=2024-12-11; attendees=30 -> 要填表彰人数
        do hold held_on=2024-12-11; attendees=30; honoured=5
        state held
        figure held 1
        figure trained 0
        """;

    public const string Offices = """
        = grassroots.office
        new name=东街司法所; code=210202001; bureau=@east; status=dispatched; address=东街5号; head=何所长; posts=2; staff=5; vacant=false; established_on=2010-03-01
        no name=西街司法所; code=210202005; staff=1 -> 不少于政法专项编制

        = grassroots.rating
        new office=#grassroots.office; cycle=2023—2024; star=five; started_on=2024-10-08
        not submit applied_on=2024-12-21; scores=[{"item":"队伍","weight":"100","self":"90"}] -> 也不能晚于今天
        not submit applied_on=2024-10-08; scores=[{"item":"队伍","weight":"40","self":"38"},{"item":"业务","weight":"50","self":"47"}] -> 应当是100
        do submit applied_on=2024-10-08; scores=[{"item":"队伍","weight":"50","self":"48"},{"item":"业务","weight":"50","self":"47"}]
        due check 2024-11-04
        not check_county checked_on=2024-10-21; checked=材料齐全; scores=[{"item":"队伍","weight":"40","self":"38"},{"item":"业务","weight":"50","self":"47"}] -> 应当是100
        do check_county checked_on=2024-10-21; checked=材料齐全; scores=[{"item":"队伍","weight":"50","self":"48","score":"47"},{"item":"业务","weight":"50","self":"47","score":"46"}]
        due name 2024-12-20
        do name named_on=2024-12-02; awarded=five
        state named
        number 示星评〔2024〕1号
        figure named 1
        figure average 93

        = grassroots.office
        not rate star=five; starred_on=2024-12-21; rating=#grassroots.rating -> 也不能晚于今天
        do rate star=five; starred_on=2024-12-02; rating=#grassroots.rating
        due review 2026-12-03
        figure five_star 1
        figure five_star_share 100

        = grassroots.staff
        new name=吕助理; sex=male; office=#grassroots.office; kind=special; post=worker; joined_on=2024-01-02
        no post=head; kind=contract -> 由在编人员担任
        figure on_post 1
        do leave left_on=2024-12-10; leaving=retired
        state left
        number 示所员00001
        figure active 0

        = grassroots.town_counsel
        new town=东街; code=210202001; from_on=2024-06-03; lawyers=[{"name":"施律师","licence":"1","firm":"甲所"},{"name":"张律师","licence":"2","firm":"乙所"}]; lowest=2; highest=3
        no lowest=4 -> 下限不能大于上限
        figure per_town 2
        figure met_rate 100
        due assess 2025-06-04
        do assess assessed_on=2024-12-10; grade=good; consultations=12
        due assess 2025-12-11
        do end ended_on=2024-12-19
        state ended
        number 示镇顾〔2024〕1号

        = grassroots.office
        do close closed_on=2024-12-20
        state closed
        number 示司法所001
        figure active 0
        """;
}

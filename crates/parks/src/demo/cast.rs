//! Who is in the demonstration: invented parks, three in each league. No name is that of a real place,
//! park or company.

use super::kind::Kind;

/// A park as it is introduced.
#[derive(Clone, Copy, Debug)]
pub struct Character {
    /// Id in the portal.
    pub id: &'static str,
    /// Name without prefix and kind, in Chinese.
    pub zh: &'static str,
    /// The same in pinyin.
    pub en: &'static str,
    /// Id of its league.
    pub league: &'static str,
    /// What it makes.
    pub kind: Kind,
    /// Whether it takes part with a part of itself (园中园).
    pub is_part: bool,
    /// Hundredths of degrees east and north.
    pub at: (i32, i32),
}

const fn park(
    id: &'static str,
    zh: &'static str,
    en: &'static str,
    league: &'static str,
    kind: Kind,
    is_part: bool,
    at: (i32, i32),
) -> Character {
    Character { id, zh, en, league, kind, is_part, at }
}

/// The parks, in the order of [`super::careers::CAREERS`].
pub const CAST: [Character; 36] = [
    park("demo-qingsui", "青穗", "Qingsui", "baotou", Kind::Materials, false, (10984, 4137)),
    park("demo-yaoyuan", "曜垣", "Yaoyuan", "ordos", Kind::Chemicals, true, (11112, 3982)),
    park("demo-lanqi", "岚启", "Lanqi", "hohhot", Kind::Computing, false, (11195, 3998)),
    park("demo-xingli", "星砾", "Xingli", "baotou", Kind::Magnets, false, (11064, 4060)),
    park("demo-chengye", "澄冶", "Chengye", "wuhai", Kind::Metallurgy, false, (10694, 3912)),
    park("demo-jichuan", "霁舛", "Jichuan", "ordos", Kind::Photovoltaics, false, (10898, 3870)),
    park("demo-nuanshi", "暖砾", "Nuanli", "hohhot", Kind::Biopharma, true, (11129, 4027)),
    park("demo-shuoming", "朔茗", "Shuoming", "ulanqab", Kind::Storage, false, (11231, 4191)),
    park("demo-yinmu", "银苜", "Yinmu", "hinggan", Kind::AgriFood, false, (12115, 4632)),
    park("demo-cuijia", "翠岬", "Cuijia", "tongliao", Kind::AgriFood, false, (12314, 4325)),
    park("demo-shuanghe", "霜禾", "Shuanghe", "hulunbuir", Kind::AgriFood, true, (11708, 4886)),
    park("demo-xuansha", "玄砂", "Xuansha", "alxa", Kind::CoalChemistry, false, (10477, 4088)),
    park("demo-danpu", "丹圃", "Danpu", "chifeng", Kind::Metallurgy, false, (12029, 4236)),
    park("demo-luli", "鹿砺", "Luli", "bayannur", Kind::BuildingMaterials, false, (10917, 4081)),
    park("demo-wangxi", "惘曦", "Wangxi", "wuhai", Kind::CoalChemistry, false, (10689, 3939)),
    park("demo-suluan", "素栾", "Suluan", "chifeng", Kind::BuildingMaterials, false, (12016, 4412)),
    park("demo-haoyuan", "皓鸢", "Haoyuan", "tongliao", Kind::Aluminium, false, (12113, 4428)),
    park("demo-yingling", "萤苓", "Yingling", "xilingol", Kind::Equipment, true, (11504, 4251)),
    park("demo-shupo", "曙珀", "Shupo", "ulanqab", Kind::Silicon, false, (11357, 4192)),
    park("demo-mailang", "麦琅", "Mailang", "hulunbuir", Kind::Logistics, false, (12202, 4832)),
    park("demo-molan", "墨岚", "Molan", "ordos", Kind::CoalChemistry, false, (10734, 3924)),
    park("demo-qianbi", "浅苾", "Qianbi", "bayannur", Kind::Silicon, false, (10782, 4227)),
    park("demo-weiting", "苇渟", "Weiting", "xilingol", Kind::Photovoltaics, true, (11254, 4451)),
    park("demo-songxu", "松煦", "Songxu", "baotou", Kind::Storage, false, (11072, 4195)),
    park("demo-lingqu", "泠蕖", "Lingqu", "hinggan", Kind::Biopharma, false, (12021, 4740)),
    park("demo-yuzhao", "榆棹", "Yuzhao", "hohhot", Kind::Magnets, true, (11110, 4090)),
    park("demo-baizhan", "柏蘸", "Baizhan", "ulanqab", Kind::Computing, false, (11080, 4277)),
    park("demo-zhusong", "竺淞", "Zhusong", "chifeng", Kind::Chemicals, false, (11743, 4289)),
    park("demo-feilan", "绯阑", "Feilan", "alxa", Kind::Equipment, false, (10130, 3983)),
    park("demo-changgui", "长晷", "Changgui", "bayannur", Kind::Chemicals, false, (10584, 4169)),
    park("demo-yunken", "芸垦", "Yunken", "tongliao", Kind::Materials, false, (12002, 4518)),
    park("demo-tanli", "檀篱", "Tanli", "wuhai", Kind::Chemicals, false, (10664, 3953)),
    park("demo-heyin", "禾吟", "Heyin", "hinggan", Kind::AgriFood, false, (12255, 4689)),
    park("demo-suming", "溯铭", "Suming", "xilingol", Kind::Equipment, false, (11778, 4526)),
    park("demo-zhihuan", "芷桓", "Zhihuan", "alxa", Kind::Photovoltaics, false, (9871, 4203)),
    park("demo-xinghe", "荇荷", "Xinghe", "hulunbuir", Kind::Logistics, true, (12121, 5196)),
];

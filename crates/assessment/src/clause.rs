//! Clauses that the engine's formulas implement, as paths into the documents of the data.
//!
//! Thresholds carry their clauses in the rulesets; these are the clauses of what is code: the formulas.
//! The publisher's check proves that each exists in its document.

/// 总体方法: a natural year, energy activities and processes, CO₂ only.
pub const TOTAL: &str = "ndrc-910/annex4/1";
/// E用作燃料 = ∑(能源消费量 × 排放因子).
pub const COMBUSTION: &str = "ndrc-910/annex4/2.2.combustion";
/// E加工转换 = ∑投入 − ∑产出, oxidation rate 100%.
pub const CONVERSION: &str = "ndrc-910/annex4/2.2.conversion";
/// E电 = ∑(受入 × Ef) − ∑(送出 × Ef).
pub const ELECTRICITY: &str = "ndrc-910/annex4/2.3.electricity";
/// 原则上直接供应比例不低于50%.
pub const DIRECT_SUPPLY: &str = "ndrc-910/annex4/2.3.direct_supply";
/// E热 = ∑(受入 × Hf) − ∑(送出 × Hf).
pub const HEAT: &str = "ndrc-910/annex4/2.3.heat";
/// Scope: feedstock is left out; bunkers are listed alone.
pub const SCOPE: &str = "ndrc-910/annex4/2.1";
/// E工业过程 = ∑(产品产量 × 排放因子).
pub const PROCESS: &str = "ndrc-910/annex4/3";
/// 年综合能源消费量, power at 等价值.
pub const ENERGY: &str = "ndrc-910/annex3/2.1";
/// 清洁能源消费占比.
pub const CLEAN_ENERGY: &str = "ndrc-910/annex3/clean_energy_share";

/// All of them.
pub const ALL: [&str; 10] =
    [TOTAL, COMBUSTION, CONVERSION, ELECTRICITY, DIRECT_SUPPLY, HEAT, SCOPE, PROCESS, ENERGY, CLEAN_ENERGY];

//! The result of an assessment as a person would want to read it, in Chinese or English.

use assessment::account::{Origin, Part};
use assessment::applicability::Subject;
use assessment::decimal::{Decimal, Ratio, grouped};
use assessment::evaluate::{Block, Outcome, State, Verdict};
use assessment::input::{Assessment, Given, Rules};
use assessment::plausible::{Check, CheckCode};
use assessment::quantity::TonnesCoalEquivalent;
use assessment::report::{CLEAN_ENERGY_SHARE, CoreGap, Report, Warning, WarningCode, core_gap, sensitivity};
use assessment::ruleset::Kind;
use assessment::unit::Unit;
use assessment::{Mark, clause};
use json_tree::text::one_line;
use unicode_width::UnicodeWidthStr;

use crate::lang::Lang;

/// Width of the label column, in terminal columns.
const LABEL: usize = 54;
/// Digits after the point of amounts and of ratios; comparisons use the full value.
const AMOUNT_PLACES: u8 = 2;
const RATIO_PLACES: u8 = 4;

/// Renders a report.
pub fn render(assessment: &Assessment, report: &Report<'_>, rules: Rules<'_>, language: Lang) -> String {
    let mut page = Page { text: String::new(), language };
    page.head(assessment, rules);
    page.core(assessment, report, rules);
    page.emissions(assessment, report, rules);
    page.guiding(assessment, report, rules);
    page.sensitivity(report, assessment, rules);
    page.notes(report);
    page.text
}

struct Page {
    text: String,
    language: Lang,
}

impl Page {
    fn say(&self, zh: &'static str, en: &'static str) -> &'static str {
        match self.language {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    fn heading(&mut self, zh: &'static str, en: &'static str) {
        let heading = self.say(zh, en);
        let rule = "─".repeat(heading.width());
        self.line("");
        self.line(heading);
        self.line(&rule);
    }

    fn row(&mut self, label: &str, value: &str) {
        let padding = " ".repeat(LABEL.saturating_sub(label.width()).max(2));
        self.line(&format!("  {label}{padding}{value}"));
    }

    fn head(&mut self, assessment: &Assessment, rules: Rules<'_>) {
        let default = self.say("未命名", "unnamed");
        let name = assessment.name.as_deref().map_or_else(|| default.to_owned(), one_line);
        let title = match self.language {
            Lang::Zh => format!("零碳园区测算  {}  {} 年", name, assessment.year),
            Lang::En => format!("Zero-carbon park assessment  {}  {}", name, assessment.year),
        };
        self.line(&title);
        let ruleset = self.language.text(&rules.ruleset.title).to_owned();
        self.line(&format!("{} ({}) · {}", ruleset, rules.ruleset.id, rules.factors.id));
        let caveat = self.say(
            "这是按公开规则的测算，不是认定；是否受理、验收由主管部门决定。",
            "A computation by the published rules, not a certification; the authorities decide.",
        );
        self.line(caveat);
    }

    fn core(&mut self, assessment: &Assessment, report: &Report<'_>, rules: Rules<'_>) {
        self.heading("结论", "Result");
        let verdict = match report.verdict {
            Verdict::Eligible => self.say(
                "核心指标达到，引导指标均达到或不适用",
                "core indicator met; every guiding indicator met or not applicable",
            ),
            Verdict::EligibleOnCore => self.say(
                "核心指标达到；部分引导指标未达到、无数据或待核实",
                "core indicator met; some guiding indicators not met, without data or pending",
            ),
            Verdict::NotEligible => self.say(
                "核心指标未达到：“达不到核心指标要求的园区，原则上不得申请验收。”（附件3 一）",
                "core indicator not met: in principle the park may not apply for acceptance (annex 3, 1)",
            ),
            Verdict::Undetermined if !rules.in_force => self.say(
                "当年没有生效的指标体系，仅核算，不作判定",
                "no ruleset was in force that year: accounts only, nothing is judged",
            ),
            Verdict::Undetermined if !report.blocked_by.is_empty() => {
                self.say("无法判定：数据对不上", "undetermined: the figures do not hang together")
            }
            Verdict::Undetermined => self.say(
                "无法判定：核心指标没有适用的目标值",
                "undetermined: no threshold is in force for the core indicator",
            ),
        };
        let label = self.say("判定", "Verdict");
        self.row(label, verdict);
        for block in &report.blocked_by {
            let why = match block {
                Block::NegativeEmissions => self.say("碳排放合计小于零", "emissions come to less than zero"),
                Block::ShareOutOfRange => self.say(
                    "清洁能源消费占比或直供比例超出 0–100%",
                    "the clean-energy or the direct-supply share lies outside 0–100%",
                ),
                Block::NoFinalEnergy => self.say(
                    "扣除用作原料的能源后没有剩余",
                    "nothing is left of the energy when feedstock is taken off it",
                ),
            };
            self.row("", why);
        }
        let Some(core) = report.core() else { return };
        let label = self.say("单位能耗碳排放", "Carbon per unit of energy");
        let value = self.against(core, " t/tce");
        self.row(label, &value);
        self.band(report, rules);
        if assessment.electricity_tce_per_mwh.is_none() {
            let label = self.say("  电力等价值", "  equivalent value of power (等价值)");
            let value = self.say(
                "未填，按门户默认约定（C），通知未给出数值",
                "not given: the portal's default (C); the notice prints none",
            );
            self.row(label, value);
        }
        self.gap(core_gap(report, rules));
        let feedstock = report.accounts.feedstock_energy();
        if !feedstock.is_zero() {
            let label =
                self.say("  另一读法：分母不含原料用能", "  other reading: feedstock not in the energy");
            let none = self.say("无", "none").to_owned();
            let other = report.intensity_without_feedstock_energy;
            let value = other.map_or(none, |other| format!("{} t/tce", other.to_fixed(RATIO_PLACES)));
            self.row(label, &value);
        }
        let label = self.say("绿色电力直接供应比例", "Direct supply of green power");
        let value = match report.direct_supply_share_pct {
            None if report.accounts.lacks_generation() => {
                self.say("不明（未填自备发电量）", "unknown (own generation not given)").to_owned()
            }
            None => self.say("无（未用电）", "none (no power used)").to_owned(),
            Some(share) => {
                let note = self.say(
                    "原则上不低于 50%，不影响判定",
                    "in principle at least 50%; not part of the verdict",
                );
                format!(
                    "{}%  ({note}; {})",
                    share.to_fixed_against(Decimal::from_integer(50), 1),
                    clause::DIRECT_SUPPLY
                )
            }
        };
        self.row(label, &value);
    }

    /// The band of energy that decides the target, or why there is none.
    fn band(&mut self, report: &Report<'_>, rules: Rules<'_>) {
        let core = rules.ruleset.core();
        let band =
            core.filter(|_| rules.in_force).and_then(|core| core.band(Subject::of_energy(report.energy_tce)));
        let Some(band) = band else { return };
        let label = self.say("  适用档次（年综合能源消费量）", "  band (annual energy)");
        let from = band.from_tce.map(|from| format!("≥ {}", grouped(&from.to_string())));
        let to = band.to_tce.map(|to| format!("< {}", grouped(&to.to_string())));
        let limits: Vec<_> = from.into_iter().chain(to).collect();
        let reason =
            band.no_target.as_ref().map_or(String::new(), |why| format!("  {}", self.language.text(why)));
        self.row(label, &format!("{} tce{reason}", limits.join(", ")));
    }

    fn gap(&mut self, gap: Option<CoreGap>) {
        let Some(gap) = gap else { return };
        let excess = gap.excess.tonnes();
        if gap.excess.is_negative() || excess.cmp_decimal(Decimal::ZERO).is_eq() {
            let label = self.say("  距目标余量（能耗不变）", "  room left to the target (same energy)");
            self.row(label, &format!("{} t CO₂", grouped(&(-gap.excess).tonnes().to_fixed(AMOUNT_PLACES))));
            return;
        }
        let label = self.say("  距目标差距（能耗不变）", "  gap to the target (same energy)");
        self.row(label, &format!("{} t CO₂", grouped(&excess.to_fixed_up(AMOUNT_PLACES))));
        let label = self.say("  只替换其他电力", "  by replacing other power alone");
        let value = match (gap.power_to_replace, self.language) {
            (Some(mwh), Lang::Zh) => {
                format!("需将 {} MWh 换为直供非化石电力或绿证绿电", grouped(&mwh.to_fixed_up(0)))
            }
            (Some(mwh), Lang::En) => {
                format!(
                    "{} MWh of other power becoming direct non-fossil or certified",
                    grouped(&mwh.to_fixed_up(0))
                )
            }
            (None, Lang::Zh) => "不能达到目标".to_owned(),
            (None, Lang::En) => "the target cannot be reached".to_owned(),
        };
        self.row(label, &value);
    }

    fn emissions(&mut self, assessment: &Assessment, report: &Report<'_>, rules: Rules<'_>) {
        let (accounts, bunkers) = (&report.accounts, assessment.bunkers_t);
        self.heading("碳排放与能源", "Emissions and energy");
        let parts: [(&[Part], &str, &str); 5] = [
            (&[Part::Combustion], "用作燃料", "fuel burnt"),
            (&[Part::ConversionInput, Part::ConversionOutput], "加工转换", "conversions"),
            (&[Part::PowerReceived, Part::PowerSent, Part::PowerOwn], "电力", "electricity"),
            (&[Part::HeatReceived, Part::HeatSent], "热力", "heat"),
            (&[Part::Process], "工业过程", "processes"),
        ];
        for (part, zh, en) in parts {
            let label = self.language.of(zh, en).to_owned();
            let value = accounts.emissions_of(part).tonnes().to_fixed(AMOUNT_PLACES);
            self.row(&label, &format!("{} t CO₂", grouped(&value)));
        }
        let total = accounts.emissions().tonnes().to_fixed(AMOUNT_PLACES);
        self.row(self.say("碳排放合计", "emissions, total"), &format!("{} t CO₂", grouped(&total)));
        if !bunkers.is_zero() {
            let label =
                self.say("  其中国际航空航海（单列，不扣减）", "  of which bunkers (listed, not deducted)");
            self.row(label, &format!("{} t CO₂", grouped(&bunkers.to_fixed(AMOUNT_PLACES))));
        }
        let energy = self.energy(accounts.energy(), rules, AMOUNT_PLACES);
        let electricity = accounts.electricity_tce_per_mwh;
        let electricity = electricity.to_fixed(electricity.scale().max(3));
        let value = format!("{energy} tce  ({electricity} tce/MWh)");
        self.row(
            self.say("年综合能源消费量（电力按等价值）", "energy, total (power at its equivalent value)"),
            &value,
        );
        let has_defaults = accounts.contributions.iter().any(|c| {
            let origins = [&c.carbon.1, &c.energy_per_unit.1];
            !matches!(c.part, Part::PowerReceived | Part::PowerSent | Part::PowerOwn)
                && origins
                    .iter()
                    .any(|origin| matches!(origin, Origin::FactorSet { mark, .. } if *mark != Mark::A))
        });
        if has_defaults {
            self.line(self.say(
                "  部分燃料或热力使用门户的缺省因子（来源标记 B 或 C）；实测因子可在文件中替换。",
                "  Some fuels or heat use the portal's default factors (marked B or C); measured ones may replace them.",
            ));
        }
    }

    /// Energy, never rounded onto the edge of a band.
    fn energy(&self, energy: TonnesCoalEquivalent, rules: Rules<'_>, places: u8) -> String {
        let core = rules.ruleset.core();
        let edges: Vec<_> =
            core.into_iter().flat_map(|core| &core.bands).filter_map(|band| band.from_tce).collect();
        grouped(&energy.tce().to_fixed_apart(&edges, places))
    }

    fn guiding(&mut self, assessment: &Assessment, report: &Report<'_>, rules: Rules<'_>) {
        self.heading("引导指标", "Guiding indicators");
        for outcome in report.outcomes.iter().filter(|outcome| outcome.kind == Kind::Guiding) {
            let indicator = rules.ruleset.indicator(outcome.indicator);
            let name = indicator.map_or(outcome.indicator, |i| self.language.text(&i.name)).to_owned();
            let unit = match outcome.unit {
                Unit::Percent => "%".to_owned(),
                Unit::Named(name) => format!(" {}", self.language.text(name)),
                Unit::TPerTce => format!(" {}", outcome.unit.symbol()),
            };
            let mut value = self.against(outcome, &unit);
            if outcome.indicator == CLEAN_ENERGY_SHARE && is_computed(assessment) {
                value.push_str(
                    self.say("  按填报能源测算，含天然气", "  computed from the energy given, with gas"),
                );
            }
            self.row(&name, &value);
            if outcome.indicator == CLEAN_ENERGY_SHARE {
                self.clean_energy(assessment, report);
            }
        }
    }

    fn clean_energy(&mut self, assessment: &Assessment, report: &Report<'_>) {
        let edges = [Decimal::ZERO, Decimal::from_integer(90), Decimal::HUNDRED];
        let percent = |share: Ratio| format!("{}%", share.to_fixed_apart(&edges, 2));
        if let Some(share) = report.accounts.clean_energy_share().filter(|_| !is_computed(assessment)) {
            let label =
                self.say("  按填报能源测算（含天然气）", "  computed from the energy given (with gas)");
            self.row(label, &percent(share));
        }
        if let Some(share) = report.clean_energy_share_strict_pct {
            let label = self.say("  严格读法（不含天然气）", "  strict reading (without gas)");
            self.row(label, &percent(share));
        }
    }

    /// `0.5281 t/tce ≤ 0.2  not met  ndrc-910/annex3/core`.
    fn against(&self, outcome: &Outcome<'_>, unit: &str) -> String {
        let places = if outcome.kind == Kind::Core { RATIO_PLACES } else { 2 };
        let value = match (outcome.value, outcome.target) {
            (Some(value), Some(target)) => {
                value.to_fixed_apart(&[target, Decimal::ZERO, Decimal::HUNDRED], places)
            }
            (Some(value), None) => value.to_fixed_apart(&[Decimal::ZERO], places),
            (None, _) => "–".to_owned(),
        };
        let unit = if outcome.value.is_some() { unit } else { "" };
        let sign = outcome.direction.sign();
        let target = outcome.target.map_or(String::new(), |target| format!("  ({sign} {target})"));
        let reason =
            outcome.reason.as_ref().map_or(String::new(), |reason| format!(": {}", one_line(reason)));
        let clause = outcome.clause.unwrap_or_default();
        format!("{value}{unit}{target}  {}{reason}  {clause}", self.state(outcome.state))
    }

    fn check(&self, code: CheckCode) -> &'static str {
        match code {
            CheckCode::OwnFactor => {
                self.say("自有系数与缺省值相差超过30%", "own factor more than 30% from the default")
            }
            CheckCode::CoalCalorificValue => {
                self.say("煤的低位发热量少见", "unusual calorific value of coal")
            }
            CheckCode::ElectricityEquivalent => {
                self.say("电力等价值少见", "unusual equivalent value of power")
            }
            CheckCode::HeatFactor => self.say("热力排放因子少见", "unusual heat factor"),
            CheckCode::ProcessFactor => self.say("过程排放因子少见", "unusual process factor"),
            CheckCode::ShareAsFraction => {
                self.say("像是比值，不是百分数", "looks like a fraction, not per cent")
            }
            CheckCode::EntryDominates => {
                self.say("超过其余各项之和的十倍", "above ten times all other entries together")
            }
            CheckCode::CertificatesExceedGrid => self.say(
                "绿证和绿电交易多于从电网净受入的电量",
                "more certificates and trade than power taken from the grid, net",
            ),
            CheckCode::CertificatesRepeatDirect => {
                self.say("绿证和绿电交易与直供电量相同", "certificates and trade equal direct supply")
            }
            CheckCode::FeedstockWithoutProcess => {
                self.say("有原料用能，没有工业过程或加工转换", "feedstock without a process or a conversion")
            }
            CheckCode::BurntAndConverted => {
                self.say("同一品种既作燃料又投入加工转换", "the same fuel is burnt and converted")
            }
            CheckCode::ConvertedGasUnused => {
                self.say("转换产出的煤气没有列在燃料里", "converted gas is not among the fuels")
            }
            CheckCode::BunkersShare => {
                self.say("国际航空航海超过燃料排放的三分之一", "bunkers above a third of combustion")
            }
        }
    }

    fn state(&self, state: State) -> &'static str {
        match state {
            State::Met => self.say("达到", "met"),
            State::NotMet => self.say("未达到", "not met"),
            State::NoData => self.say("无数据", "no data"),
            State::NotApplicable => self.say("不适用", "not applicable"),
            State::Pending => self.say("待核实", "pending"),
            State::NoThreshold => self.say("无适用目标值", "no threshold in force"),
            State::NotInForce => self.say("当年无生效指标", "no rules in force that year"),
        }
    }

    fn sensitivity(&mut self, report: &Report<'_>, assessment: &Assessment, rules: Rules<'_>) {
        self.heading("电力等价值取不同数值时", "At other equivalent values of power (等价值)");
        let own = report.accounts.electricity_tce_per_mwh;
        let rows = sensitivity(assessment, rules);
        for row in &rows {
            let intensity = match (row.intensity, row.target) {
                (Some(value), Some(target)) => value.to_fixed_against(target, RATIO_PLACES),
                (Some(value), None) => value.to_fixed(RATIO_PLACES),
                (None, _) => "–".to_owned(),
            };
            let sign = row.direction.sign();
            let target = row.target.map_or(String::new(), |target| format!("  ({sign} {target})"));
            let state = self.state(row.state);
            let energy = self.energy(row.energy, rules, 0);
            let at = row.electricity_tce_per_mwh;
            let used = if at == own { self.say("  ← 本次取值", "  ← used here") } else { "" };
            let at = at.to_fixed(at.scale().max(3));
            self.line(&format!("  {at} tce/MWh  {energy:>14} tce  {intensity} t/tce{target}  {state}{used}"));
        }
        if let Some(first) = rows.first() {
            let steady = rows.iter().all(|row| row.state == first.state);
            let sentence = if steady {
                self.say("  以上取值结论不变。", "  The state is the same at all of these.")
            } else {
                self.say(
                    "  结论随取值而变：通知（发改环资〔2025〕910号）没有给出等价值，请说明所用取值的依据。",
                    "  The state depends on the value: the notice prints none, so say which you use and why.",
                )
            };
            self.line(sentence);
        }
    }

    fn notes(&mut self, report: &Report<'_>) {
        if report.warnings.is_empty() && report.checks.is_empty() {
            return;
        }
        self.heading("请核对", "Please check");
        for Warning { code, subject } in &report.warnings {
            let what = match code {
                WarningCode::SentExceedsReceived => self.say("送出多于受入", "more sent out than received"),
                WarningCode::Negative => self.say("为负", "is below zero"),
                WarningCode::ShareOutOfRange => self.say("超出 0–100%", "lies outside 0–100%"),
                WarningCode::GenerationNotGiven => self.say(
                    "送出的其他电力多于受入，未填自备发电量，用电量不明",
                    "more other power sent than received and no own generation given: power used is unknown",
                ),
                WarningCode::FactorFromOtherSet => self.say(
                    "所用因子库无此品种的因子，取通用缺省因子",
                    "no factor in the set used: the general default stands in",
                ),
                WarningCode::RulesCheckedEarlier => self.say(
                    "指标体系最后核对早于所填年份",
                    "the ruleset was last compared with its source before this year",
                ),
            };
            self.line(&format!("  {subject}: {what}"));
        }
        for Check { code, path, found, expected } in &report.checks {
            let what = self.check(*code);
            let usual = self.say("一般", "usual");
            self.line(&format!("  {path}: {what}: {} ({usual} {})", one_line(found), one_line(expected)));
        }
    }
}

/// Whether the clean-energy share is computed, because nothing was given for it.
fn is_computed(assessment: &Assessment) -> bool {
    *assessment.given(CLEAN_ENERGY_SHARE) == Given::Nothing
}

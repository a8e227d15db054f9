//! Words about what is valid and looks like a slip.

/// The code of what a file can confirm.
pub const CONFIRMABLE: &str = "or_confirmed";

words! {
    or_confirmed(expected, name) {
        "{expected}; if it is right, confirmed = [\"{name}\"] in the park's table",
        "{expected}；确认无误的，在该园区的表中写 confirmed = [\"{name}\"]"
    }
    something_to_confirm() {
        "something that would be asked about; what need not be confirmed hides the next slip",
        "需要确认的内容（不需确认的请删去，以免掩盖以后的差错）"
    }
    a_list_of_texts() { "a list of texts", "文字列表" }
    near_the_last(last, round) {
        "a value nearer to that of {round}, {last}", "与上一轮 {round} 的 {last} 相差不到十倍的值"
    }
    per_cent_not_fraction(value, last, round) {
        "per cent, so perhaps {value}, beside {last} in {round}", "百分数，可能是 {value}（{round} 为 {last}）"
    }
    megawatt_hours(near) { "{near}, in MWh: 10 MWh are 1万kWh", "{near}；单位是兆瓦时（MWh），1 万千瓦时 = 10 兆瓦时" }
    ten_thousand_cubic_metres(near) {
        "{near}, in 万m³: 10,000 m³ are 1", "{near}；单位是万立方米，10000 立方米 = 1 万立方米"
    }
    share_of_balance(share) {
        "{share}, which is what the balance makes", "{share}，即按能源平衡表算出的值"
    }
    figures_of(park) { "the figures of {park}", "{park} 的数据" }
    figures_exchanged(other, at) {
        "figures like those of {other} in the round before, whose row ({at}) has its own: two rows exchanged",
        "像是上一轮 {other} 的数据，而 {other}（{at}）处是它的：两行可能对调了"
    }
    own_factor(usual) { "a factor within 30% of the default ({usual})", "与缺省值相差不超过 30% 的系数（{usual}）" }
    coal_calorific_value(usual) { "a calorific value of coal of {usual} GJ/t", "煤的低位发热量 {usual} GJ/t" }
    electricity_equivalent(usual) { "an equivalent value of power of {usual} tce/MWh", "电力等价值 {usual} tce/MWh" }
    heat_factor(usual) { "a heat factor of {usual} t/GJ", "热力排放因子 {usual} t/GJ" }
    process_factor(usual) { "a process factor of about {usual}, or less", "过程排放因子约 {usual} 或更小" }
    share_as_fraction(usual) { "per cent, so perhaps {usual}", "百分数，可能是 {usual}" }
    entry_dominates(usual) {
        "at most ten times all other entries together ({usual})", "不超过其余各项之和（{usual}）的十倍"
    }
    certificates_exceed_grid(usual) {
        "certificates and trade of at most the power from the grid, net, {usual} MWh",
        "绿证和绿电交易不超过从电网净受入的电量 {usual} MWh"
    }
    bunkers_share(usual) { "at most a third of combustion, {usual} t", "不超过燃料排放的三分之一（{usual} t）" }
}

//! 中文：Words of the charts.

use assessment::flow::{Carrier, Use};
use disclosure::trend::Emitter;

use super::*;

pub(super) static CHARTS: Charts = Charts {
    composition: "能源与碳的构成",
    composition_note: "按各轮公布的能源平衡计算，与判定用的是同一套核算。",
    not_published: "园区的能源平衡没有公布，因此没有构成图。",
    rule: "核算方法",
    waiting: "图在看到这里时读取。",
    twin: "同样的内容，列成表",
    see_twin: "图没有取到；下面的表内容相同。",
    broken: "图没有画出来；下面的表内容相同。",
    flow_title: |round| format!("能源从哪里来，用在哪里（{round}）"),
    flow_earlier: "最近一轮没有公布能源平衡，图用的是此前最近公布的一份。",
    flow_pending: "这份能源平衡待核实。",
    flow_finding: |energy, share| match share {
        Some(share) => format!("一年消费能源{energy}吨标准煤，其中非化石电力和热力占{share}%。"),
        None => format!("一年消费能源{energy}吨标准煤。"),
    },
    flow_caption: "能源的来源与去向",
    from: "来源",
    to: "去向",
    kind: "类别",
    energy_tce: "能源（吨标准煤）",
    non_fossil: "非化石",
    fossil: "化石及其他",
    both: "全部",
    carrier: |carrier| match carrier {
        Carrier::Power => "电力",
        Carrier::Heat => "热力",
        Carrier::Fuel => "燃料",
    },
    usage: |to| match to {
        Use::Power => "园区用电",
        Use::Heat => "园区用热",
        Use::Combustion => "用作燃料",
        Use::Feedstock => "用作原料",
        Use::Conversion => "加工转换投入",
        Use::SentOut(Carrier::Power) => "送出电力",
        Use::SentOut(Carrier::Heat) => "送出热力",
        Use::SentOut(Carrier::Fuel) => "送出燃料",
        Use::Converted => "加工转换产出",
    },
    source: |carrier, id| match (carrier, id) {
        (Carrier::Power, "direct_non_fossil") => Some("绿电直供"),
        (Carrier::Power, "green_certificate") => Some("绿证"),
        (Carrier::Power, "green_trade") => Some("绿电交易"),
        (Carrier::Power, "other") => Some("其他电力"),
        (Carrier::Power, "own_non_fossil") => Some("自发自用"),
        (Carrier::Heat, "fossil") => Some("化石热力"),
        (Carrier::Heat, "non_fossil") => Some("非化石热力"),
        _ => None,
    },
    beyond: "多于受入的送出",
    beyond_note: "送出多于受入的部分从消费量中减去，图里画不出来。",
    in_all: "合计",
    in_all_note: "能源消费量",
    trend_title: "历轮的排放、能源与强度",
    trend_caption: "历轮的排放、能源与单位能耗碳排放",
    trend_state: |round, emissions, intensity| match intensity {
        Some(intensity) => format!("{round}排放{emissions}吨二氧化碳，单位能耗碳排放{intensity}"),
        None => format!("{round}排放{emissions}吨二氧化碳"),
    },
    trend_finding: |states, gaps, pending| {
        let mut text = states.join("；") + "。";
        if gaps > 0 {
            text += &format!("{gaps}轮没有公布能源平衡，图中空缺。");
        }
        if pending > 0 {
            text += &format!("{pending}轮待核实。");
        }
        text
    },
    panels: ["排放（吨二氧化碳）", "能源（吨标准煤）", "单位能耗碳排放（吨二氧化碳/吨标准煤）"],
    emitter: |emitter| match emitter {
        Emitter::Fuel => "燃料燃烧",
        Emitter::Conversion => "加工转换",
        Emitter::Power => "电力",
        Emitter::Heat => "热力",
        Emitter::Process => "工业过程",
    },
    round: "截至",
    emissions: "排放",
    energy: "能源",
    emissions_t: "排放（吨二氧化碳）",
    intensity: "单位能耗碳排放",
    verified: "已核实",
    pending_key: "浅色和空心：待核实",
    radar_title: "各项指标离目标多远",
    radar_caption: "各项指标的达标程度，0至100",
    radar_park: |park, reached, known, applicable| {
        format!("{park}适用{applicable}项，已知{known}项，其中{reached}项达到目标")
    },
    radar_finding: |parks| format!("{}。圆心为0，外圈为达到目标；没有数值的留空。", parks.join("；")),
    not_known: "未公布或待核实",
};

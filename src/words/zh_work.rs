//! Reports of the work in Chinese.

use super::WorkWords;

pub static WORK: WorkWords = WorkWords {
    lead: "公开的调度通报、典型经验、年度总结、会议和督办，按公布的收录；有正文的，各有一页。",
    all: "全部工作动态",
    none: "没有收录到公开的工作动态。",
    issuer: "发布单位",
    day: "日期",
    published: "出处",
    clause: "依据",
    caveat: "说明",
    concerns: "涉及",
    parks: "园区",
    departments: "部门",
    tasks: "任务",
    attachments: "附件",
    file_size: |ending, size| format!("（{ending}，{size}）"),
    chinese_only: "本页部分内容只有中文。",
    of_park: "相关通报和经验",
    feeds: "订阅",
    feeds_lead: "名单、认定、评估、更正、通报等新公布的内容，用阅读器订阅；只报告最新公布的内容，不按所看的日期。",
};

//! What is due says only what was found.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use assessment::{Date, Mark, Text};
use disclosure::as_of;
use disclosure::model::{Background, Deliverable, Evidence, Plan, Register, Source, Task, TaskKind};
use disclosure::plan_evidence::{EvidenceState, Found, Share, finding, found, share, traces};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn text(words: &str) -> Text {
    Text { zh: words.to_owned(), en: words.to_owned() }
}

fn deliverable(id: &str, due: &str, departments: &[&str], evidence: Evidence) -> Deliverable {
    Deliverable {
        id: id.into(),
        due: day(due),
        due_text: text(due),
        text: text(id),
        departments: departments.iter().map(|id| (*id).to_owned()).collect(),
        clause: "plan/2/2/1".into(),
        stage: None,
        evidence,
    }
}

fn seen(on: &str) -> Evidence {
    let source =
        Source { document: None, title: None, address: None, mark: Mark::C, checked_on: Some(day(on)) };
    Evidence::Found { text: text("seen"), dated: None, inferred: false, source }
}

fn unseen(on: &str) -> Evidence {
    Evidence::NotFound { as_of: day(on), text: None }
}

fn task(id: &str, clause: &str, departments: &[&str]) -> Task {
    Task {
        id: id.into(),
        title: text(id),
        text: text(id),
        kind: TaskKind::Task,
        departments: departments.iter().map(|id| (*id).to_owned()).collect(),
        clause: clause.into(),
        departments_clause: None,
    }
}

fn plan() -> Plan {
    Plan {
        document: "plan".into(),
        milestones: vec![],
        deliverables: vec![
            deliverable("list", "2025-06-30", &["reform", "energy"], seen("2025-09-16")),
            deliverable("grid", "2025-12-31", &["energy"], unseen("2030-12-31")),
        ],
        tasks: vec![
            task("power", "plan/2/2/1", &["energy", "reform"]),
            task("ccus", "plan/2/2/4", &[]),
            task("survey", "plan/2/1/1", &["reform"]),
        ],
        departments: vec![],
        league_duties: vec![],
        quotas: vec![],
    }
}

#[test]
fn what_is_due_is_found_or_not_found_or_not_due_and_never_late() {
    let due = day("2025-12-31");
    let known = |evidence: &Evidence, on: &str| finding(evidence, due, day(on));
    assert_eq!(known(&unseen("2030-12-31"), "2025-12-30"), EvidenceState::NotDue(due));
    assert_eq!(known(&unseen("2030-12-31"), "2025-12-31"), EvidenceState::NotFound(due));
    assert_eq!(known(&unseen("2026-03-01"), "2026-06-30"), EvidenceState::NotFound(day("2026-03-01")));
    assert_eq!(known(&seen("2025-04-01"), "2025-06-30"), EvidenceState::Found);
}

#[test]
fn what_is_only_inferred_to_be_evidence_is_counted_apart() {
    let Evidence::Found { text, dated, source, .. } = seen("2025-04-01") else { unreachable!() };
    let inferred = Evidence::Found { text, dated, inferred: true, source };
    assert_eq!(finding(&inferred, day("2025-12-31"), day("2025-06-30")), EvidenceState::Inferred);
    let mut plan = plan();
    plan.deliverables.truncate(1);
    plan.deliverables[0].evidence = inferred;
    let counted = found(&plan.deliverables, day("2026-06-30"));
    assert_eq!(counted, Found { found: 0, inferred: 1, not_found: 0, not_due: 0 });
}

#[test]
fn a_department_has_the_state_of_the_deliverables_that_name_it() {
    let on = |department: &str, text: &str| share(&as_of::plan(&plan(), day(text)), department, day(text));
    let energy =
        Share { leads: 1, joins: 0, deliverables: Found { found: 0, inferred: 0, not_found: 1, not_due: 1 } };
    assert_eq!(on("energy", "2025-06-30"), energy);
    let later = Found { found: 1, inferred: 0, not_found: 1, not_due: 0 };
    assert_eq!(on("energy", "2026-06-30").deliverables, later);
    assert_eq!(
        on("reform", "2026-06-30"),
        Share { leads: 1, joins: 1, deliverables: Found { found: 1, inferred: 0, not_found: 0, not_due: 0 } }
    );
    assert_eq!(on("nobody", "2026-06-30"), Share::default());
    assert_eq!(found(&plan().deliverables, day("2030-12-31")), later);
}

#[test]
fn a_task_is_traced_by_its_own_clause_only() {
    let register = |clause: &str| Register {
        id: clause.into(),
        title: text(clause),
        meaning: text(clause),
        clause: Some(clause.into()),
        as_of: day("2030-12-31"),
        entries: vec![],
    };
    let background = Background {
        registers: vec![register("plan/2/2/1"), register("plan/2/2/4")],
        earlier_parks: vec![],
        mechanism: None,
    };
    let plan = plan();
    let sizes = plan.tasks.iter().map(|task| {
        let traces = traces(task, &plan, &background);
        (traces.deliverables.len(), traces.registers.len())
    });
    assert_eq!(sizes.collect::<Vec<_>>(), [(2, 1), (0, 1), (0, 0)]);
}

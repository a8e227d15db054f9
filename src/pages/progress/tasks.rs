//! The plan's tasks, mechanisms and safeguards by department, and the members with their division of work.

use std::sync::Arc;

use assessment::{Date, Text};
use disclosure::as_of::Known;
use disclosure::model::{Background, Department, Membership, Plan, Task, TaskKind};
use disclosure::plan_evidence::{finding, traces};
use leptos::prelude::*;

use crate::address::Page;
use crate::load::Handle;
use crate::parts::basis::clause_link;
use crate::parts::filter::Choice;
use crate::parts::finding::finding_mark;
use crate::parts::loading::no_such_choice;
use crate::parts::sheet::{Row, sheet};
use crate::query::Query;
use crate::view_context::ViewContext;

/// How many units the plan names one by one.
pub fn named_units(plan: &Known<Plan>) -> usize {
    plan.departments.iter().filter(|unit| unit.membership == Membership::Named).count()
}

/// The tasks of the department that the address names, or of all, grouped by the one that leads.
///
/// A task shows what is recorded under its own clause; registers join in once `background` is here.
pub fn tasks(
    here: ViewContext,
    plan: Arc<Known<Plan>>,
    background: Handle<Known<Background>>,
    on: Date,
) -> AnyView {
    let words = here.words.progress();
    let choice = Choice::of();
    let asked = {
        let known: Vec<String> = plan.departments.iter().map(|unit| unit.id.clone()).collect();
        Memo::new(move |_| {
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            let query = choice.query().among(|query| &mut query.department, &known);
            query.map(|query| query.department)
        })
    };
    let chosen = move |is: &str| asked.with(|asked| asked.as_ref().is_ok_and(|chosen| chosen == is));
    let choose = move |ev| {
        choice.set(&Query { department: event_target_value(&ev), ..choice.query() });
    };
    let options: Vec<_> = plan
        .departments
        .iter()
        .filter(|unit| takes_part(&plan, &unit.id) > 0)
        .map(|unit| {
            let (id, is) = (unit.id.clone(), unit.id.clone());
            let name = (words.option)(&here.text(&unit.name), takes_part(&plan, &unit.id));
            view! { <option value=id selected=move || chosen(&is)>{name}</option> }
        })
        .collect();
    let shown = move || {
        let recorded = Recorded { background: background.ready(), on };
        asked.with(|asked| match asked {
            Ok(chosen) => groups(here, &plan, chosen, &recorded),
            Err(asked) => no_such_choice(here, asked, Page::Progress, here.words.pages.progress),
        })
    };
    view! {
        <div class="filter">
            <label for="department">{words.department}</label>
            <select id="department" on:change=choose>
                <option value="" selected=move || chosen("")>{words.all_departments}</option>
                {options}
            </select>
        </div>
        {shown}
    }
    .into_any()
}

/// What stands beside the plan, as known on a day.
struct Recorded {
    background: Option<Arc<Known<Background>>>,
    on: Date,
}

/// How many tasks a department takes part in.
fn takes_part(plan: &Known<Plan>, id: &str) -> usize {
    plan.tasks.iter().filter(|task| task.departments.iter().any(|d| d == id)).count()
}

/// Tasks by the department that leads, in the plan's order of departments; those that name none come last.
/// With a department chosen, only those that it takes part in.
fn led<'a>(plan: &'a Known<Plan>, chosen: &str) -> Vec<(Option<&'a Department>, Vec<&'a Task>)> {
    let by = |id: Option<&str>| -> Vec<&'a Task> {
        let of = |task: &&Task| task.departments.first().map(String::as_str) == id;
        let asked = |task: &&Task| chosen.is_empty() || task.departments.iter().any(|d| d == chosen);
        plan.tasks.iter().filter(of).filter(asked).collect()
    };
    let named = plan.departments.iter().map(|unit| (Some(unit), by(Some(&unit.id))));
    named.chain(std::iter::once((None, by(None)))).filter(|(_, tasks)| !tasks.is_empty()).collect()
}

fn groups(here: ViewContext, plan: &Known<Plan>, chosen: &str, recorded: &Recorded) -> AnyView {
    let words = here.words.progress();
    let groups: Vec<_> = led(plan, chosen)
        .into_iter()
        .map(|(unit, tasks)| {
            let lead = unit.map_or_else(
                || words.no_department.to_owned(),
                |unit| (words.led_by)(&here.text(&unit.name)),
            );
            let tasks: Vec<_> = tasks.into_iter().map(|task| one(here, plan, task, recorded)).collect();
            view! {
                <section class="task-group">
                    <h3>{lead}</h3>
                    <ul class="tasks">{tasks}</ul>
                </section>
            }
        })
        .collect();
    if groups.is_empty() {
        return view! { <p class="state state-empty" data-state="empty">{words.no_tasks}</p> }.into_any();
    }
    groups.into_any()
}

fn one(here: ViewContext, plan: &Known<Plan>, task: &Task, recorded: &Recorded) -> AnyView {
    let words = here.words.progress();
    let kind = match task.kind {
        TaskKind::Task => words.kind_task,
        TaskKind::Mechanism => words.kind_mechanism,
        TaskKind::Safeguard => words.kind_safeguard,
    };
    let with: Vec<String> = task.departments.iter().skip(1).cloned().collect();
    let with = (!with.is_empty())
        .then(|| view! { <p class="quiet small">{words.with} " " {department_names(here, plan, &with)}</p> });
    let named_by = task.departments_clause.as_ref().map(|clause| {
        view! { <p class="quiet small">{words.departments_by} " " {clause_link(here, clause)}</p> }
    });
    view! {
        <li id=format!("task-{}", task.id)>
            <h4>{here.text(&task.title)} " " <span class="kind">{kind}</span></h4>
            <p>{here.text(&task.text)} " " {clause_link(here, &task.clause)}</p>
            {with}
            {named_by}
            {recorded.background.as_ref().map(|background| of_clause(here, plan, background, task, recorded.on))}
        </li>
    }
    .into_any()
}

/// What is recorded under a task's own clause: deliverables with their state, registers with their entries.
fn of_clause(
    here: ViewContext,
    plan: &Known<Plan>,
    background: &Known<Background>,
    task: &Task,
    on: Date,
) -> AnyView {
    let words = here.words.over_time();
    let traces = traces(task, plan, background);
    if traces.deliverables.is_empty() && traces.registers.is_empty() {
        return view! { <p class="quiet small">{words.no_traces}</p> }.into_any();
    }
    let deliverables = traces.deliverables.iter().map(|each| {
        let href = format!("{}#due-{}", here.href(Page::Progress), each.id);
        view! {
            <li>
                <a href=href>{here.text(&each.due_text)}</a> " "
                {finding_mark(here, finding(&each.evidence, each.due, on))}
            </li>
        }
    });
    let registers = traces.registers.iter().map(|each| {
        let href = format!("{}#register-{}", here.href(Page::Progress), each.id);
        view! { <li><a href=href>{(words.register)(&here.text(&each.title), each.entries.len(), each.as_of)}</a></li> }
    });
    view! {
        <p class="quiet small traces-head">{words.traces}</p>
        <ul class="traces">{deliverables.collect_view()} {registers.collect_view()}</ul>
    }
    .into_any()
}

/// Short names, each a link to the department's tasks.
pub fn department_names(here: ViewContext, plan: &Known<Plan>, ids: &[String]) -> AnyView {
    let names: Vec<_> = ids
        .iter()
        .enumerate()
        .map(|(at, id)| {
            let unit = plan.departments.iter().find(|unit| unit.id == *id);
            let name = unit.map_or_else(|| id.clone(), |unit| here.text(&unit.short));
            let comma = (at > 0).then_some(here.words.list_comma);
            view! { {comma} {department_link(here, id, name)} }
        })
        .collect();
    names.into_any()
}

/// A name that leads to the department's tasks.
pub fn department_link(here: ViewContext, id: &str, name: String) -> AnyView {
    let query = Query { department: id.to_owned(), ..Query::default() };
    let href = format!("{}#tasks", here.href_with(Page::Progress, query));
    view! { <a href=href>{name}</a> }.into_any()
}

/// The members, those with the same division of work together, in the plan's order.
pub fn units(here: ViewContext, plan: &Known<Plan>) -> AnyView {
    let words = here.words.progress();
    let members = plan.departments.iter().filter(|unit| unit.membership != Membership::Outside);
    let rows = by_duty(members)
        .into_iter()
        .map(|(duty, units)| {
            let names: Vec<_> = units
                .iter()
                .map(|unit| {
                    let count = takes_part(plan, &unit.id);
                    let name = here.text(&unit.name);
                    let name =
                        if count > 0 { department_link(here, &unit.id, name) } else { name.into_any() };
                    view! { <li>{name}</li> }
                })
                .collect();
            let names = view! { <ul class="units">{names}</ul> }.into_any();
            let duty = duty.map_or_else(|| words.no_duty.to_owned(), |duty| here.text(duty));
            let clause = units.first().map(|unit| clause_link(here, &unit.clause));
            Row::new(vec![names, duty.into_any(), clause.into_any()])
        })
        .collect();
    let heads = [words.unit, words.duty, here.words.basis.link];
    sheet(words.units_caption.to_owned(), "unit-table", &heads, rows)
}

fn by_duty<'a>(units: impl Iterator<Item = &'a Department>) -> Vec<(Option<&'a Text>, Vec<&'a Department>)> {
    let mut groups: Vec<(Option<&Text>, Vec<&Department>)> = Vec::new();
    for unit in units {
        let duty = unit.duty.as_ref();
        match groups.iter_mut().find(|(known, members)| *known == duty && members[0].clause == unit.clause) {
            Some((_, members)) => members.push(unit),
            None => groups.push((duty, vec![unit])),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(zh: &str) -> Text {
        Text { zh: zh.into(), en: zh.into() }
    }

    fn unit(id: &str, duty: &str) -> Department {
        let (name, short, duty) = (text(id), text(id), Some(text(duty)));
        let membership = Membership::Named;
        Department { id: id.into(), name, short, duty, membership, clause: "plan/annex/2/2".into() }
    }

    fn task(id: &str, departments: &[&str]) -> Task {
        Task {
            id: id.into(),
            title: text(id),
            text: text(id),
            kind: TaskKind::Task,
            departments: departments.iter().map(|d| (*d).to_owned()).collect(),
            clause: "plan/2/1/1".into(),
            departments_clause: None,
        }
    }

    fn plan() -> Plan {
        Plan {
            document: "plan".into(),
            milestones: vec![],
            deliverables: vec![],
            tasks: vec![task("a", &["energy", "finance"]), task("b", &[]), task("c", &["finance"])],
            departments: vec![unit("finance", "money"), unit("energy", "power"), unit("others", "money")],
            league_duties: vec![],
            quotas: vec![],
        }
    }

    fn known(plan: Plan) -> Known<Plan> {
        Known::on(plan, assessment::Date::new(2025, 6, 3).unwrap())
    }

    fn ids(plan: &Known<Plan>, chosen: &str) -> Vec<(String, Vec<String>)> {
        let name = |unit: Option<&Department>| unit.map_or_else(String::new, |unit| unit.id.clone());
        let of = |tasks: Vec<&Task>| tasks.into_iter().map(|task| task.id.clone()).collect();
        led(plan, chosen).into_iter().map(|(unit, tasks)| (name(unit), of(tasks))).collect()
    }

    #[test]
    fn tasks_stand_under_who_leads_and_those_without_a_department_last() {
        let owned = |groups: &[(&str, &[&str])]| -> Vec<(String, Vec<String>)> {
            groups
                .iter()
                .map(|(unit, tasks)| ((*unit).into(), tasks.iter().map(|t| (*t).into()).collect()))
                .collect()
        };
        let plan = known(plan());
        assert_eq!(ids(&plan, ""), owned(&[("finance", &["c"]), ("energy", &["a"]), ("", &["b"])]));
        assert_eq!(ids(&plan, "finance"), owned(&[("finance", &["c"]), ("energy", &["a"])]));
        assert_eq!(ids(&plan, "nobody"), owned(&[]));
    }

    #[test]
    fn members_with_one_division_of_work_stand_together() {
        let mut plan = plan();
        plan.departments[2].membership = Membership::Unnamed;
        let groups = by_duty(plan.departments.iter());
        let sizes: Vec<usize> = groups.iter().map(|(_, members)| members.len()).collect();
        assert_eq!(sizes, [2, 1]);
        assert_eq!(named_units(&known(plan)), 2);
    }
}

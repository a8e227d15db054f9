//! What the browser keeps for the reader, named whole, and the way to delete all of it.

use leptos::prelude::*;

use crate::assess::forget::forget_everything;
use crate::remembered::Forgotten;
use crate::theme::{Chosen, Theme};
use crate::view_context::ViewContext;

/// How far the deletion has come.
#[derive(Clone, PartialEq, Eq)]
enum Step {
    NotAsked,
    Asked,
    UnderWay,
    Done(Forgotten),
}

/// The list and the button.
pub fn kept(here: ViewContext) -> AnyView {
    let words = &here.words.about().kept;
    let step = RwSignal::new(Step::NotAsked);
    let chosen = Chosen::of(here);
    let forget = move |_| {
        step.set(Step::UnderWay);
        forget_everything(move |forgotten| {
            // The choice of colours is gone: what is seen follows at once.
            chosen.show(Theme::System);
            // The reader may have left the page meanwhile; then nobody is there to be told.
            step.try_set(Step::Done(forgotten));
        });
    };
    let said = move || match step.get() {
        Step::NotAsked => None,
        Step::Asked => Some(
            view! {
                <div class="confirm">
                    <p>{words.sure}</p>
                    <p>
                        <button type="button" class="button" on:click=forget>
                            {words.yes}
                        </button>
                        " "
                        <button type="button" class="button" on:click=move |_| step.set(Step::NotAsked)>
                            {words.no}
                        </button>
                    </p>
                </div>
            }
            .into_any(),
        ),
        Step::UnderWay => Some(view! { <p>{words.under_way}</p> }.into_any()),
        Step::Done(forgotten) => Some(view! { <p>{(words.done)(&forgotten)}</p> }.into_any()),
    };
    let items: Vec<_> = words.what.iter().map(|what| view! { <li>{*what}</li> }).collect();
    view! {
        <p>{words.lead}</p>
        <ul class="kept-items">{items}</ul>
        <p>{words.beside}</p>
        <div class="forget">
            <button type="button" class="button" on:click=move |_| step.set(Step::Asked)>
                {words.delete}
            </button>
            <div role="status">{said}</div>
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::Lang;
    use crate::remembered::Key;

    fn said(lang: Lang, assessments: Option<usize>, remembered: Option<&[Key]>) -> String {
        let forgotten = Forgotten { assessments, remembered: remembered.map(<[Key]>::to_vec) };
        (ViewContext::new(lang, "/").words.about().kept.done)(&forgotten)
    }

    #[test]
    fn what_was_deleted_is_named_and_nothing_else() {
        assert_eq!(
            said(Lang::En, Some(2), Some(&[Key::Theme])),
            "Deleted: 2 self-assessments, your choice of colours."
        );
        assert_eq!(
            said(Lang::Zh, Some(1), Some(&[Key::Worksheet, Key::Draft])),
            "已删除：1份自评、最近打开的自评的编号、草稿。"
        );
        assert!(said(Lang::En, Some(0), Some(&[])).starts_with("Nothing was kept"));
    }

    #[test]
    fn what_could_not_be_reached_is_never_said_to_be_gone() {
        for lang in [Lang::Zh, Lang::En] {
            let refused = [said(lang, None, None), said(lang, None, Some(&[])), said(lang, Some(0), None)];
            for said in refused {
                assert!(!said.contains("Deleted:") && !said.contains("已删除："), "{said}");
                assert!(said.contains("browser's settings") || said.contains("浏览器设置"), "{said}");
            }
        }
        let half = said(Lang::En, None, Some(&[Key::Theme]));
        assert!(half.starts_with("Deleted: your choice of colours. The database"), "{half}");
    }
}

//! What follows for parks from the lists that name them: an entry of a list is an official act, told once.

use assessment::Text;
use disclosure::correction::{Amended, Notice};
use disclosure::model::{EntryStatus, Event, List, ListEntry, ListedOtherwise, Park, Source};

use crate::draft::{ListDraft, ListFile};

/// The act that an entry is for the park that it names: on the list's day, on its stage, by its document. `None` for
/// an entry in reserve, which puts no park on a list, and for one of a list that restates earlier ones.
pub fn act(list: &ListFile, entry: &ListEntry) -> Option<Event> {
    let (zh, en) = (&list.title.zh, &list.title.en);
    let (text, removed) = match entry.status {
        EntryStatus::Reserve => return None,
        EntryStatus::Listed if list.restates => return None,
        EntryStatus::Listed => {
            let said = Text { zh: format!("列入{zh}。"), en: format!("Placed on the list: {en}.") };
            (list.act.clone().unwrap_or(said), false)
        }
        EntryStatus::Removed => {
            (Text { zh: format!("由{zh}移出名单。"), en: format!("Taken off the list by: {en}.") }, true)
        }
    };
    Some(Event {
        dated: list.published,
        stage: list.stage,
        removed,
        text: text.into(),
        list: Some(list.id.clone()),
        clause: list.clause.clone(),
        due: None,
        cause: None,
        not_stated: Vec::new(),
        source: Source {
            document: Some(list.document.clone()),
            title: None,
            address: None,
            mark: list.mark,
            checked_on: list.checked_on,
        },
    })
}

/// The act of a park's own file that a list's entry is, where it is typed there too.
fn typed<'a>(park: &'a Park, list: &ListFile) -> Option<&'a Event> {
    park.events.iter().find(|event| event.list.as_ref() == Some(&list.id))
}

/// The acts of a park: those of its file, and those that follow from lists and do not stand there.
pub fn acts(park: &Park, lists: &[ListDraft]) -> Vec<Event> {
    let mut acts = park.events.clone();
    for draft in lists {
        let head = &draft.head.value;
        let entries = draft.entries.iter().map(|(_, entry)| entry);
        let of_park = entries.filter(|entry| entry.park.as_ref() == Some(&park.id));
        for act in of_park.filter_map(|entry| act(head, entry)) {
            if typed(park, head).is_none() {
                acts.insert(acts.partition_point(|known| known.dated <= act.dated), act);
            }
        }
    }
    acts
}

/// The corrections of a park's acts that follow from corrections of lists: an entry that is added is an act from the
/// day of the correction on, one that is taken back never was.
pub fn amended(park: &Park, lists: &[ListDraft], notices: &[Notice]) -> Vec<Amended<Event>> {
    let mut amended = Vec::new();
    for notice in notices {
        for change in &notice.entries {
            let Some(list) = lists.iter().map(|list| &list.head.value).find(|list| list.id == change.list)
            else {
                continue;
            };
            let act = |entry: &Option<ListEntry>| {
                let entry = entry.as_ref().filter(|entry| entry.park.as_ref() == Some(&park.id))?;
                let act = act(list, entry)?;
                Some(typed(park, list).filter(|typed| typed.removed == act.removed).cloned().unwrap_or(act))
            };
            let (was, is) = (act(&change.was), act(&change.is));
            if was != is {
                amended.push(Amended { by: notice.amendment(change.reason.as_ref()), was, is });
            }
        }
    }
    amended
}

/// The entries that print a park otherwise than it is today.
pub fn otherwise(park: &Park, lists: &[List]) -> Vec<ListedOtherwise> {
    let of_park = |list: &List| {
        // What a correction replaced is no longer what the list says.
        let replaced = |entry| list.amended.iter().any(|change| change.was.as_ref() == Some(entry));
        let first = list.entries.iter().map(|entry| (list.published, entry));
        let changed = list.amended.iter().filter_map(|change| Some((change.by.dated, change.is.as_ref()?)));
        let entries = first.chain(changed).filter(|(_, entry)| {
            entry.park.as_ref() == Some(&park.id) && !entry.today_in(park).is_empty() && !replaced(*entry)
        });
        let said = entries.map(|(dated, entry)| ListedOtherwise {
            list: list.id.clone(),
            dated,
            entry: entry.clone(),
        });
        said.collect::<Vec<_>>()
    };
    lists.iter().flat_map(of_park).collect()
}

//! What nobody has to mend and somebody should know: slots that are empty, what is still as it came, facts that were not
//! looked at for long.

use assessment::Date;

use crate::draft::Draft;
use crate::finding::Notice;
use crate::site;
use crate::words::findings as words;

/// After so many days an edition's facts are told to be old.
const OLD: i64 = 180;

/// What there is to know before the portal is public.
pub fn notices(draft: &Draft, today: Date) -> Vec<Notice> {
    let mut notices = Vec::new();
    if let Some(read) = &draft.catalogue {
        let (file, catalogue) = (&read.file, &read.value);
        let opens = |id: &str| draft.editions.iter().find(|edition| edition.folder == id);
        let is_invented = opens(&catalogue.default_edition).and_then(|edition| edition.is_demonstration());
        if is_invented == Some(true) {
            notices.push(Notice::at(file, "default_edition", words::opens_with_invented()));
        }
        for edition in draft.editions.iter().filter(|edition| edition.is_demonstration() == Some(true)) {
            if !catalogue.leave_out.contains(&edition.folder) && is_invented == Some(false) {
                let said = words::invented_is_built(edition.folder.as_str());
                notices.push(Notice::at(file, "leave_out", said));
            }
        }
    }
    if let Some(read) = &draft.site {
        let empty = read.value.empty_slots().into_iter();
        notices.extend(empty.map(|slot| Notice::at(&read.file, slot, words::slot_is_empty())));
        if !read.value.has_licence() {
            notices.push(Notice::of_file(site::FILE, words::no_licence()));
        }
    }
    for edition in draft.editions.iter().filter(|edition| edition.is_demonstration() == Some(false)) {
        let (Some(head), Some(as_of)) = (&edition.head, edition.as_of()) else { continue };
        let days = as_of.days_until(today);
        if days > OLD {
            notices.push(Notice::at(&head.file, "as_of", words::facts_are_old(as_of, days.to_string())));
        }
    }
    notices
}

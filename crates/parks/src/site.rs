//! `site.toml`: slots that the organiser fills. An empty slot is absent, and said so by the check.

use crate::address;
use crate::words::findings::{self as words, Message};
use assessment::Text;
use disclosure::model::Site;
use serde::Deserialize;

/// Path of the file.
pub const FILE: &str = "site.toml";

/// The slots as they stand in the file; each must be there, empty or filled. The licence came later and may be absent.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SiteFile {
    organiser: Text,
    contact: String,
    record_number: String,
    identification_code: String,
    public_security_number: String,
    map_approval_number: String,
    address: String,
    #[serde(default = "nothing")]
    licence: Text,
}

fn nothing() -> Text {
    Text { zh: String::new(), en: String::new() }
}

impl SiteFile {
    /// The slots with their names.
    fn slots(&self) -> [(&'static str, &str); 8] {
        [
            ("organiser.zh", &self.organiser.zh),
            ("organiser.en", &self.organiser.en),
            ("contact", &self.contact),
            ("record_number", &self.record_number),
            ("identification_code", &self.identification_code),
            ("public_security_number", &self.public_security_number),
            ("map_approval_number", &self.map_approval_number),
            ("address", &self.address),
        ]
    }

    /// Names of the empty slots.
    pub fn empty_slots(&self) -> Vec<&'static str> {
        self.slots().into_iter().filter(|(_, value)| value.trim().is_empty()).map(|(name, _)| name).collect()
    }

    /// What is wrong with the filled slots: path, expected, found.
    pub fn mistakes(&self) -> Vec<(&'static str, Message, Message)> {
        let mut mistakes = Vec::new();
        let mut require = |path, ok: bool, expected, found: &str| {
            if !found.trim().is_empty() && !ok {
                mistakes.push((path, expected, words::quoted(found)));
            }
        };
        require("contact", address::is_one_recipient(&self.contact), words::an_email(), &self.contact);
        let code = &self.identification_code;
        let is_code = code.len() == 10 && code.bytes().all(|b| b.is_ascii_digit());
        require("identification_code", is_code, words::ten_digits(), code);
        require("address", address::is_complete(&self.address), words::https_address(), &self.address);
        for (path, text) in [("organiser", &self.organiser), ("licence", &self.licence)] {
            if text.zh.trim().is_empty() != text.en.trim().is_empty() {
                mistakes.push((path, words::both_languages(), words::one_of_them()));
            }
        }
        mistakes
    }

    /// Whether it says on what terms the data may be used.
    pub fn has_licence(&self) -> bool {
        !self.licence.zh.trim().is_empty()
    }

    /// What is published: the filled slots.
    pub fn site(&self) -> Site {
        let filled = |value: &str| (!value.trim().is_empty()).then(|| value.to_owned());
        Site {
            organiser: (!self.organiser.zh.trim().is_empty()).then(|| self.organiser.clone()),
            contact: filled(&self.contact),
            record_number: filled(&self.record_number),
            identification_code: filled(&self.identification_code),
            public_security_number: filled(&self.public_security_number),
            map_approval_number: filled(&self.map_approval_number),
            address: filled(&self.address),
            licence: self.has_licence().then(|| self.licence.clone()),
        }
    }
}

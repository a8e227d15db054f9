//! Citations after GB/T 7714: `责任者. 题名: 其他题名信息[EB/OL]. (发布日期)[引用日期]. 地址`. The full stop that the
//! standard puts after the address is left out: whoever copies the line would take it into the address.

use assessment::Date;

/// What a citation of a page names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Citation<'a> {
    /// What warns that nothing cited here is real, 【演示数据，虚构】; only in a demonstration.
    pub invented: Option<&'a str>,
    /// Who answers for it: the issuer of a list, the organiser of the portal; left out when not known.
    pub author: Option<&'a str>,
    /// Title of the list or page.
    pub title: &'a str,
    /// Name of the portal.
    pub portal: &'a str,
    /// The word for version, in the citation's language: 版本.
    pub version_word: &'a str,
    /// Version of the edition, [`crate::model::EditionRef::version`].
    pub version: &'a str,
    /// Day of publication, or of the edition's facts; of a demonstration, whose own days are invented, the day of
    /// its build.
    pub published: Option<Date>,
    /// Day of the visit; left out where nobody has visited yet.
    pub accessed: Option<Date>,
    /// Full address of the page.
    pub address: &'a str,
}

impl Citation<'_> {
    /// The citation as one line.
    pub fn text(&self) -> String {
        let invented = self.invented.unwrap_or_default();
        let Citation { title, portal, version_word, version, address, .. } = self;
        let author = self.author.map(|author| format!("{author}. ")).unwrap_or_default();
        let published = self.published.map(|day| format!("({day})")).unwrap_or_default();
        let accessed = self.accessed.map(|day| format!("[{day}]")).unwrap_or_default();
        format!(
            "{invented}{author}{title}: {portal}, {version_word} {version}[EB/OL]. {published}{accessed}. {address}"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list() -> Citation<'static> {
        Citation {
            invented: None,
            author: Some("国家发展改革委办公厅等"),
            title: "国家级零碳园区建设名单（第一批）",
            portal: "内蒙古零碳园区公开评估",
            version_word: "版本",
            version: "0123456789",
            published: None,
            accessed: Date::new(2026, 11, 23),
            address: "https://example.org/lists/national-2025",
        }
    }

    #[test]
    fn a_list_is_cited_as_the_standard_has_it() {
        let cited = Citation { published: Date::new(2025, 12, 26), ..list() };
        assert_eq!(
            cited.text(),
            "国家发展改革委办公厅等. 国家级零碳园区建设名单（第一批）: 内蒙古零碳园区公开评估, 版本 0123456789\
             [EB/OL]. (2025-12-26)[2026-11-23]. https://example.org/lists/national-2025"
        );
    }

    #[test]
    fn what_is_invented_says_so_before_anything_else() {
        let cited = Citation { invented: Some("【演示数据，虚构】"), ..list() }.text();
        assert!(cited.starts_with("【演示数据，虚构】国家发展改革委办公厅等. "), "{cited}");
    }

    #[test]
    fn what_is_not_known_is_left_out() {
        let cited = Citation { author: None, ..list() }.text();
        assert!(cited.starts_with("国家级零碳园区建设名单"));
        assert!(cited.contains("[EB/OL]. [2026-11-23]"));
    }
}

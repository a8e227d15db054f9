//! The portal's own pages: those that every edition has, whatever it publishes.

macro_rules! own_pages {
    ($($(#[$said:meta])* $name:ident = $path:literal,)*) => {
        /// A page of the portal that no single park, league or list has for itself.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum OwnPage {
            $($(#[$said])* $name,)*
        }

        impl OwnPage {
            /// All of them, in the order of the menu.
            pub const ALL: &'static [OwnPage] = &[$(OwnPage::$name),*];

            /// Address below the language's root, without slashes; empty for Home.
            pub fn path(self) -> &'static str {
                match self {
                    $(OwnPage::$name => $path,)*
                }
            }
        }
    };
}

own_pages! {
    /// What the programme is and where it stands.
    Home = "",
    /// The leagues and their parks.
    Map = "map",
    /// The stages with the parks on them, and who moved.
    Ladder = "ladder",
    /// Parks that were accepted as built.
    Built = "built",
    /// Parks that were reminded or ordered to rectify.
    Rectification = "rectification",
    /// Parks by the portal's index.
    Rankings = "rankings",
    /// A few parks side by side.
    Compare = "compare",
    /// Official lists.
    Lists = "lists",
    /// What was published wrongly, and what holds now.
    Corrections = "corrections",
    /// Everything that was published and can still be opened.
    Versions = "versions",
    /// Bulletins, practices, summaries, meetings and supervision.
    Work = "work",
    /// Milestones, deliverables and tasks.
    Progress = "progress",
    /// Self-assessment.
    Assess = "assess",
    /// Rules, factors, formulas and conventions.
    Method = "method",
    /// Energy quotas of products.
    Quotas = "method/quotas",
    /// Terms.
    Glossary = "glossary",
    /// Who, how, and how to report an error.
    About = "about",
}

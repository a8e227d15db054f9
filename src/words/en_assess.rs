//! English words of the self-assessment's frame.

use super::*;

pub(super) static ASSESS: Assess = Assess {
    lead: "Work out a park's carbon emissions per unit of energy for one year by the official method, and see how far the target is and what would close the gap.",
    private: "What you type is computed and kept in this browser only and is sent nowhere; once open, the page works without a network.",
    form: "Figures",
    result: "Result",
    means: "What this result means and what it does not",
    means_head: ["It means", "It does not mean"],
    means_rows: [
        [
            "whether the core indicator meets its target, by the figures typed and the published rules",
            "acceptance or a certificate; the authorities hold acceptance",
        ],
        [
            "how far the target is, and the least that each single measure would have to do",
            "that a measure is technically or economically feasible",
        ],
        ["which stage the rules support, and which conditions are missing", "a decision of the authorities"],
        ["which factors and conventions were used, and where they stand", "that the figures typed are true"],
    ],
};

//! Broken texts, what is said about them, and the trees that are left. The cases stand in `broken.txt`, parted
//! by lines of `---`.

use super::dump::{findings, tree};

#[test]
fn every_slip_is_named() {
    let cases: Vec<&str> = include_str!("broken.txt").split("\n---\n").collect();
    let said: Vec<String> = cases
        .iter()
        .map(|case| {
            let case = case.trim_end_matches('\n');
            format!("{case}\n----- findings\n{}\n----- tree\n{}\n", findings(case), tree(case))
        })
        .collect();
    cases.iter().for_each(|case| super::random::safe_fixes_mend(case));
    insta::assert_snapshot!("broken", said.join("\n=====\n\n"));
}

//! `personac build --emit url`, as people run it.

use crate::tool::{HOOK, Room, good};

#[test]
fn every_search_is_a_line() {
    let room = Room::with(&[("a.persona", &good("Sales")), ("b.persona", &good("Marketing"))]);
    let ran = room.run(&["build", "a.persona", "b.persona", "--emit", "url"]);
    ran.exits(0);
    let lines: Vec<&str> = ran.out.lines().collect();
    let link = |id: &str, label: &str| {
        format!(
            "https://www.linkedin.com/sales/search/people?query=(filters%3AList((type%3AFUNCTION%2Cvalues%3AList((id%3A{id}%2Ctext%3A{label}%2CselectionType%3AINCLUDED)))))&viewAllFilters=true"
        )
    };
    assert_eq!(lines, [link("25", "Sales"), link("15", "Marketing")]);
    assert_eq!(ran.err, "");
}

#[test]
fn what_a_link_cannot_say_is_a_warning() {
    let handle = "connections_of = \"https://www.linkedin.com/in/x\"";
    let room = Room::with(&[
        ("a.persona", &format!("{HOOK}title = CEO\nand {handle}\n")),
        ("b.persona", &format!("{HOOK}{handle}\n")),
        ("c.persona", &format!("{HOOK}live: false\ntitle = CEO\n")),
        ("d.persona", &format!("{HOOK}keyword = \"{}\"\n", "x".repeat(8000))),
        ("e.persona", &format!("{HOOK}raw: {{ zodiac: \"leo\" }}\ntitle = CEO\n")),
        ("f.persona", &format!("{HOOK}account_list in [1, \"0f0f0f0f-0f0f-0f0f-0f0f-0f0f0f0f0f0f\"]\n")),
    ]);
    let run = |file| room.run(&["build", file, "--emit", "url"]);
    run("a.persona").exits(0).says("P721 not-in-link").says("more people");
    run("b.persona").exits(1).has_no_output().says("error[P725 empty-link]");
    run("c.persona").exits(0).says("P722 live-link");
    run("d.persona").exits(0).says("P723 long-link");
    run("e.persona").exits(0).says("`zodiac` of `raw`");
    run("f.persona").exits(0).says("fewer people");
}

#[test]
#[cfg(unix)]
fn the_browser_is_opened() {
    let room = Room::with(&[("a.persona", &good("Sales")), ("open.sh", "printf '%s\\n' \"$@\" >>opened\n")]);
    let ran = room.run_with_variable(&["build", "a.persona", "--open"], "BROWSER", "sh open.sh");
    ran.exits(0);
    assert_eq!(room.read("opened"), ran.out);
    assert!(ran.out.starts_with("https://www.linkedin.com/sales/search/people?query="), "{}", ran.out);
    let ran = room.run_with_variable(&["build", "a.persona", "--open"], "BROWSER", "/nonexistent:false:sh open.sh");
    ran.exits(0);
    let ran = room.run_with_variable(&["build", "a.persona", "--open", "--emit", "url"], "BROWSER", "false");
    ran.exits(2).says("no browser could be started");
    assert_eq!(ran.out.lines().count(), 1);
}

#[test]
fn not_very_many_are_opened() {
    let room = Room::empty();
    (0..6).for_each(|index| room.write(&format!("p/{index}.persona"), good("Sales")));
    let ran = room.run_with_variable(&["build", "p", "--open"], "BROWSER", "false");
    ran.exits(2).has_no_output().says("at most 5 are opened at once").says("`--emit url`");
    assert_eq!(room.run(&["build", "p", "--emit", "url"]).exits(0).out.lines().count(), 6);
    room.run(&["build", "p", "--open", "--emit", "ndjson"]).exits(2).says("leave out `--emit`");
}

#[test]
fn an_address_is_imported_from_anywhere() {
    let address = "https://www.linkedin.com/sales/search/people?query=(filters%3AList((type%3AFUNCTION%2Cvalues%3AList((id%3A25%2CselectionType%3AINCLUDED)))))";
    let room = Room::with(&[("link.txt", &format!("{address}\n"))]);
    let persona = "function = Sales\n";
    for ran in [
        room.run(&["import", address]),
        room.run(&["import", "link.txt"]),
        room.run_with_input(&["import", "-"], address),
    ] {
        ran.exits(0);
        assert_eq!((ran.out.as_str(), ran.err.as_str()), (persona, ""));
    }
    room.run(&["import", address, "-o", "new.persona"]).exits(0).has_no_output();
    assert_eq!(room.read("new.persona"), persona);
    room.run(&["import", address, "-o", "new.persona"]).exits(2).says("is there already");
}

#[test]
fn strict_writes_nothing_that_is_not_all() {
    let lost = "https://www.linkedin.com/sales/search/people?query=(keywords:a,filters:List((type:SCHOOL,values:List((id:1,selectionType:EXCLUDED)))))";
    let room = Room::empty();
    room.run(&["import", lost]).exits(0).says("warning[P716 unsaid-filter]");
    room.run(&["import", lost, "--strict", "-o", "a.persona"]).exits(1).has_no_output().says("error[P716");
    room.run(&["import", "https://www.linkedin.com/sales/search/people?query=(a", "-o", "a.persona"])
        .exits(1)
        .says("P714");
    assert!(room.files("").is_empty());
}

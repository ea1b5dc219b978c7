//! `personac init`: a project that can be used at once, and nothing overwritten.

use super::tool::Room;

#[test]
fn the_project_can_be_used_at_once() {
    let room = Room::empty();
    let ran = room.run(&["init"]);
    ran.exits(0).has_no_output().says("wrote `personac.toml`").says("`personac build personas/sales_leaders.persona`");
    assert_eq!(room.files("."), [".pre-commit-config.yaml", "personac.toml", "personas/sales_leaders.persona"]);
    let ran = room.run(&["build", "personas/sales_leaders.persona"]);
    assert!(ran.exits(0).out.contains("\"limit\": 100"), "{}", ran.out);
    assert!(room.run(&["lint", "--ignore", "no-webhook"]).exits(0).out.is_empty());
    room.run(&["fmt", "--check"]).exits(0);
}

#[test]
fn nothing_is_overwritten() {
    let room = Room::with(&[("personac.toml", "# mine\n"), (".pre-commit-config.yaml", "repos: []\n")]);
    let ran = room.run(&["init"]);
    ran.exits(0).says("`personac.toml` is there already and stays as it is");
    assert!(ran.out.contains("id: personac-lint"), "{}", ran.out);
    assert_eq!(room.read("personac.toml"), "# mine\n");
    assert_eq!(room.read(".pre-commit-config.yaml"), "repos: []\n");
    let again = room.run(&["init"]);
    assert_eq!(room.read("personac.toml"), "# mine\n");
    assert_eq!(again.out, ran.out);
}

#[test]
fn another_directory_is_made() {
    let room = Room::empty();
    room.run(&["init", "deep/project"]).exits(0).says("wrote `deep/project/personac.toml`");
    room.write("file", "");
    room.run(&["init", "file"]).exits(2).says("cannot be written");
}

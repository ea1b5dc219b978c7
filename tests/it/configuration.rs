//! Profiles and `--set`: what wins, and what is said when they are wrong.

use serde_json::Value;

use crate::tool::{HOOK, Ran, Room, good};

const PROJECT: &str = "[defaults]\nlimit = 1\nname = \"defaults\"\n[profile.prod]\nlimit = 2\n";

fn limit(ran: &Ran) -> u64 {
    serde_json::from_str::<Value>(&ran.exits(0).out).expect("a body")["limit"].as_u64().expect("a limit")
}

#[test]
fn what_is_nearer_to_the_persona_wins() {
    let room = Room::with(&[("personac.toml", PROJECT), ("plain.persona", &good("Sales"))]);
    room.write("file.persona", format!("limit: 3\n{}", good("Sales")));
    room.write("block.persona", format!("limit: 3\n{HOOK}persona x {{ limit: 4 function = Sales }}\n"));
    let of = |arguments: &[&str]| limit(&room.run(arguments));
    assert_eq!(of(&["build", "plain.persona"]), 1);
    assert_eq!(of(&["build", "plain.persona", "--profile", "prod"]), 2);
    assert_eq!(of(&["build", "file.persona", "--profile", "prod"]), 3);
    assert_eq!(of(&["build", "block.persona", "--profile", "prod"]), 4);
    assert_eq!(of(&["build", "block.persona", "--profile", "prod", "--set", "limit=5"]), 5);
}

#[test]
fn a_profile_keeps_the_defaults_it_does_not_set() {
    let room = Room::with(&[("personac.toml", PROJECT), ("a.persona", &good("Sales"))]);
    let ran = room.run(&["build", "a.persona", "--profile", "prod"]);
    assert!(ran.exits(0).out.contains("\"name\": \"defaults\""));
}

#[test]
fn set_takes_every_kind_of_value() {
    let room = Room::with(&[("a.persona", "function = Sales\n")]);
    let ran = room.run(&[
        "build",
        "a.persona",
        "--set",
        "webhook=https://hooks.example.com/a?b=c",
        "--set",
        "name = Q3: VPs",
        "--set",
        "scale=true",
        "--set",
        "custom={a: [1, null]}",
    ]);
    let body: Value = serde_json::from_str(&ran.exits(0).out).unwrap();
    insta::assert_snapshot!(body, @r#"{"custom":{"a":[1,null]},"functions":["25"],"name":"Q3: VPs","scale":true,"webhook_url":"https://hooks.example.com/a?b=c"}"#);
}

#[test]
fn an_unknown_setting_on_the_command_line_is_an_error_of_usage() {
    let room = Room::with(&[("a.persona", &good("Sales"))]);
    let ran = room.run(&["build", "a.persona", "--set", "limt=3"]);
    ran.exits(2).has_no_output();
    insta::assert_snapshot!(ran.err, @r"
      error[P202 unknown-setting]: no setting is called `limt`
       ╭─[--set:1:1]
     1 │ limt: 3
       · ──┬─
       ·   ╰── not a setting
       ╰────
      help: did you mean `limit`?

    1 error
    ");
}

#[test]
fn a_mistyped_setting_on_the_command_line_is_told_as_it_is_written_there() {
    let ran = Room::good_and_bad().run(&["build", "a.persona", "--set", "limit=many"]);
    ran.exits(2).has_no_output().says("write it like `--set limit=500`");
    let ran = Room::good_and_bad().run(&["build", "a.persona", "--set", "custom=1"]);
    ran.exits(2).has_no_output().says("write it like `--set 'custom={ hubspot_id: \"134567\" }'`");
}

#[test]
fn a_filter_is_no_setting() {
    let ran = Room::good_and_bad().run(&["build", "a.persona", "--set", "title=CEO"]);
    ran.exits(2).has_no_output().says("this is a filter, and filters stand in personas");
}

#[test]
fn a_setting_without_a_value_is_a_usage_mistake() {
    for given in ["limit", "", "=3"] {
        let ran = Room::good_and_bad().run(&["build", "a.persona", "--set", given]);
        ran.exits(2).has_no_output().says("write it as `key=value`, such as `limit=100`");
    }
}

#[test]
fn an_unknown_profile_is_named_once_with_its_neighbours() {
    let room = Room::with(&[("personac.toml", PROJECT), ("a.persona", &good("Sales")), ("b.persona", &good("Sales"))]);
    let ran = room.run(&["build", ".", "--profile", "prdo"]);
    assert_eq!(
        ran.exits(2).has_no_output().err,
        "error: no profile is called `prdo` in `personac.toml`\n  help: did you mean `prod`?\n"
    );
    room.run(&["build", ".", "--profile", "zzz"]).exits(2).says("help: the profiles are `prod`");
}

#[test]
fn a_profile_needs_a_project() {
    let ran = Room::good_and_bad().run(&["build", "a.persona", "--profile", "prod"]);
    ran.exits(2).has_no_output();
    insta::assert_snapshot!(ran.err, @r"
    error: no profile is called `prod`: there is no `personac.toml`
      help: write one, with a `[profile.prod]` section
    ");
}

#[test]
fn config_wins_over_the_nearest_project_file() {
    let room = Room::with(&[
        ("personac.toml", PROJECT),
        ("other.toml", "[defaults]\nlimit = 9\n"),
        ("a.persona", &good("Sales")),
    ]);
    assert_eq!(limit(&room.run(&["build", "a.persona", "--config", "other.toml"])), 9);
}

#[test]
fn each_persona_has_the_nearest_project_file() {
    let room =
        Room::with(&[("personac.toml", PROJECT), ("a.persona", &good("Sales")), ("d/e/a.persona", &good("Sales"))]);
    room.write("d/personac.toml", "[defaults]\nlimit = 8\n");
    assert_eq!(limit(&room.run(&["build", "a.persona"])), 1);
    assert_eq!(limit(&room.run(&["build", "d/e/a.persona"])), 8);
    assert_eq!(limit(&room.run_in("d/e", &["build", "a.persona", "-v"])), 8);
    room.run_in("d/e", &["build", "a.persona", "-v"]).exits(0).says("using the project file `../personac.toml`");
}

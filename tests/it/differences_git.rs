//! `diff` with a real git repository: files of revisions, and whole projects since one. `cargo test` needs nothing but
//! Rust, so `.ci/real-clients` runs these.

use std::process::Command;

use crate::tool::{Ran, Room};

const PROJECT: &str = "[defaults]\nlimit = 100\n";
const SALES: &str = "use \"lib/titles.persona\"\n\ntitle in $leaders\nsize 51..200\n";
const TITLES: &str = "let leaders = [CEO, CRO]\n";

fn git(room: &Room, arguments: &[&str]) {
    let mut command = Command::new("git");
    command.args(["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"]);
    command.args(arguments).current_dir(room.path("")).env("HOME", "/nonexistent").env("GIT_CONFIG_NOSYSTEM", "1");
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("GIT_") && name != "GIT_CONFIG_NOSYSTEM") {
        command.env_remove(name);
    }
    let ran = command.output().expect("git is installed");
    assert!(ran.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&ran.stderr));
}

fn commit(room: &Room) {
    git(room, &["add", "-A"]);
    git(room, &["commit", "-q", "-m", "as it is"]);
}

/// A project below the top of a repository, all of it committed.
fn repository() -> Room {
    let room = Room::with(&[
        ("README.md", "not a persona\n"),
        ("personas/personac.toml", PROJECT),
        ("personas/sales.persona", SALES),
        ("personas/lib/titles.persona", TITLES),
        ("personas/eu/dach.persona", "title = CTO\nlocation = DACH\n"),
        ("personas/eu/spain.persona", "persona a {\n    title = CFO\n}\n\npersona b {\n    title = COO\n}\n"),
    ]);
    git(&room, &["init", "-q", "-b", "main"]);
    commit(&room);
    room
}

fn since(room: &Room, revision: &str) -> Ran {
    room.run_in("personas", &["diff", "--git", revision])
}

#[test]
#[ignore = "needs git: `.ci/real-clients` runs it"]
fn nothing_changed_is_one_line() {
    let room = repository();
    let ran = since(&room, "HEAD");
    assert_eq!(ran.exits(0).out, "no audience and no setting differs from `HEAD` (4 personas the same)\n");
    assert_eq!(ran.err, "");
    room.run_in("personas/eu", &["diff", "--git", "main", "--exit-code"]).exits(0);
}

#[test]
#[ignore = "needs git: `.ci/real-clients` runs it"]
fn a_library_changes_those_who_use_it() {
    let room = repository();
    room.write("personas/lib/titles.persona", "let leaders = [CEO]\n");
    let ran = since(&room, "main");
    insta::assert_snapshot!(ran.exits(0).out, @r"
    since `main`: 1 narrower; 3 personas the same

    sales.persona
      narrower: it finds only some of the people it found before
        title  narrows  lost CRO
        note: its own file did not change, but one it uses or `personac.toml` did
    ");
    room.run_in("personas", &["diff", "--git", "main", "--exit-code"]).exits(1);
}

#[test]
#[ignore = "needs git: `.ci/real-clients` runs it"]
fn a_project_file_changes_its_personas() {
    let room = repository();
    room.write("personas/personac.toml", "[defaults]\nlimit = 200\n\n[profile.big]\nlimit = 900\n");
    let ran = since(&room, "main");
    assert!(ran.exits(0).out.starts_with("since `main`: 4 with other settings; 0 personas the same\n"), "{}", ran.out);
    assert!(ran.out.contains("limit  100 → 200"), "{}", ran.out);
    let ran = room.run_in("personas", &["diff", "--git", "main", "--profile", "big"]);
    ran.exits(2).says("no profile is called `big` in `main:personas/personac.toml`");
}

#[test]
#[ignore = "needs git: `.ci/real-clients` runs it"]
fn moves_removals_and_additions_are_told_apart() {
    let room = repository();
    git(&room, &["mv", "personas/eu/dach.persona", "personas/dach.persona"]);
    git(&room, &["mv", "personas/sales.persona", "personas/leaders.persona"]);
    room.write(
        "personas/leaders.persona",
        SALES.replace("51..200\n", "51-200 # as before\n").replace("size", "size ="),
    );
    git(&room, &["rm", "-q", "personas/eu/spain.persona"]);
    room.write("personas/new.persona", "title = CIO\n");
    let ran = since(&room, "HEAD");
    insta::assert_snapshot!(ran.exits(0).out, @r"
    since `HEAD`: 1 added, 2 removed, 2 moved; 0 personas the same

    dach.persona (was eu/dach.persona)
      moved, same audience

    eu/spain.persona, a
      removed
        finds  title = CFO

    eu/spain.persona, b
      removed
        finds  title = COO

    leaders.persona (was sales.persona)
      moved, same audience

    new.persona
      added
        finds  title = CIO
    ");
}

#[test]
#[ignore = "needs git: `.ci/real-clients` runs it"]
fn a_move_alone_is_no_difference() {
    let room = repository();
    git(&room, &["mv", "personas/eu/dach.persona", "personas/dach.persona"]);
    let ran = room.run_in("personas", &["diff", "--git", "HEAD", "--exit-code"]);
    assert!(ran.exits(0).out.starts_with("no audience and no setting differs from `HEAD` (3 personas the same)\n"));
}

#[test]
#[ignore = "needs git: `.ci/real-clients` runs it"]
fn a_side_with_errors_is_never_left_out() {
    let room = repository();
    room.write("personas/eu/dach.persona", "title = CTO\nlocation = Dahc\n");
    let ran = since(&room, "HEAD");
    ran.exits(1).says("no location is called `Dahc`").says("eu/dach.persona:2:12");
    assert!(ran.out.contains("since `HEAD`: 1 with errors; 3 personas the same"), "{}", ran.out);
    assert!(ran.out.contains("eu/dach.persona\n  has errors: it does not compile\n"), "{}", ran.out);
    commit(&room);
    room.write("personas/eu/dach.persona", "title = CTO\nlocation = DACH\n");
    let ran = since(&room, "HEAD");
    ran.exits(1).says("HEAD:personas/eu/dach.persona:2:12");
    assert!(ran.out.contains("eu/dach.persona\n  has errors: it did not compile before\n"), "{}", ran.out);
    git(&room, &["rm", "-q", "-f", "personas/eu/dach.persona"]);
    assert!(since(&room, "HEAD").exits(1).out.contains("removed: it did not compile before"));
}

#[test]
#[ignore = "needs git: `.ci/real-clients` runs it"]
fn denied_lints_are_no_errors_here() {
    let room = repository();
    room.write("personas/personac.toml", "[defaults]\nlimit = 100\n\n[lint]\nno-webhook = \"deny\"\n");
    since(&room, "HEAD").exits(0);
}

#[test]
#[ignore = "needs git: `.ci/real-clients` runs it"]
fn a_file_of_a_revision_can_be_named() {
    let room = repository();
    room.write("personas/lib/titles.persona", "let leaders = [CEO, CRO, CSO]\n");
    let names = ["HEAD:personas/sales.persona", "personas/sales.persona"];
    let ran = room.run(&["diff", names[0], names[1]]);
    assert!(ran.exits(0).out.contains("title  widens   gained CSO"), "{}", ran.out);
    let back = room.run(&["diff", names[1], names[0]]);
    assert!(back.exits(0).out.contains("narrows  lost CSO"), "{}", back.out);
    let here = room.run_in("personas", &["diff", "HEAD:./sales.persona", "sales.persona"]);
    assert_eq!(here.exits(0).out, ran.out);
    let near = room.run_in("personas", &["diff", "HEAD:sales.persona", "sales.persona"]);
    near.exits(2).says("`HEAD:sales.persona` cannot be read").says("did you mean `HEAD:./sales.persona`?");
    room.run(&["diff", ":personas/sales.persona", names[1]]).exits(2).says("names no revision");
    room.write("HEAD:x.persona", "title = CEO\n");
    let file = room.run(&["diff", "HEAD:x.persona", "HEAD:x.persona"]);
    assert_eq!(file.exits(0).out, "same audience\n");
    room.run(&["diff", "C:\\a.persona", names[1]]).exits(2).says("`C:\\a.persona` cannot be read");
}

#[test]
#[ignore = "needs git: `.ci/real-clients` runs it"]
fn no_revision_is_an_option() {
    let room = repository();
    for revision in ["--output=stolen", "-h", "--all", "--git-dir=/", "no such branch", "HEAD~99", "", "HEAD\nmain"] {
        room.run(&["diff", &format!("--git={revision}")]).exits(2).says("git knows no revision");
        if !revision.is_empty() {
            let file = format!("{revision}:personas/sales.persona");
            room.run(&["diff", "--", &file, "personas/sales.persona"]).exits(2).says("git knows no revision");
        }
    }
    assert!(!room.path("stolen").exists() && !room.path("personas/stolen").exists());
}

#[test]
#[ignore = "needs git: `.ci/real-clients` runs it"]
fn a_shallow_clone_says_so() {
    let room = repository();
    room.write("personas/new.persona", "title = CIO\n");
    commit(&room);
    let from = format!("file://{}", room.path("").display());
    git(&room, &["clone", "-q", "--depth", "1", &from, "shallow"]);
    let ran = room.run_in("shallow/personas", &["diff", "--git", "HEAD~1"]);
    ran.exits(2).says("git knows no revision `HEAD~1` here").says("this clone is shallow");
}

#[test]
#[ignore = "needs git: `.ci/real-clients` runs it"]
fn without_a_repository_or_git_it_says_so() {
    let room = Room::with(&[("a.persona", "title = CEO\n")]);
    room.run(&["diff", "--git", "HEAD"]).exits(2).says("this directory is in no git repository");
    room.run_with_variable(&["diff", "--git", "HEAD"], "PATH", "/nonexistent").exits(2).says("git cannot be run");
}

#[test]
#[ignore = "needs git: `.ci/real-clients` runs it"]
fn files_outside_the_project_stay_outside() {
    let room = repository();
    room.write("secret.persona", "let leaders = [CEO]\n");
    room.write("personas/sales.persona", SALES.replace("lib/titles", "../secret"));
    commit(&room);
    room.write("personas/sales.persona", SALES);
    since(&room, "HEAD").exits(1).says("`../secret.persona` lies outside the project");
    room.write("personas/sales.persona", SALES.replace("lib/titles", "lib/gone"));
    commit(&room);
    room.write("personas/sales.persona", SALES);
    since(&room, "HEAD").exits(1).says("there was no such file at this revision");
}

#[cfg(unix)]
#[test]
#[ignore = "needs git: `.ci/real-clients` runs it"]
fn links_are_followed_inside_the_project_only() {
    let room = repository();
    std::os::unix::fs::symlink("lib", room.path("personas/linked")).unwrap();
    std::os::unix::fs::symlink("/etc", room.path("personas/etc")).unwrap();
    std::os::unix::fs::symlink("round", room.path("personas/round")).unwrap();
    std::os::unix::fs::symlink("eu/dach.persona", room.path("personas/dach.persona")).unwrap();
    room.write("personas/sales.persona", SALES.replace("lib/", "linked/"));
    commit(&room);
    let ran = since(&room, "HEAD");
    assert_eq!(
        ran.exits(0).out,
        "no audience and no setting differs from `HEAD` (5 personas the same)\n",
        "{}",
        ran.err
    );
    for (used, said) in [("etc/hosts", "lies outside the project"), ("round/x", "there was no such file")] {
        room.write("personas/sales.persona", SALES.replace("lib/titles.persona", used));
        commit(&room);
        room.write("personas/sales.persona", SALES);
        since(&room, "HEAD").exits(1).says(said);
    }
}

#[test]
#[ignore = "needs git: `.ci/real-clients` runs it"]
fn ignored_and_hidden_files_are_judged_as_elsewhere() {
    let room = repository();
    room.write("personas/.gitignore", "eu/\n");
    room.write("personas/.hidden/x.persona", "title = CEO\n");
    room.write("personas/eu/untracked.persona", "title = CEO\n");
    git(&room, &["add", "-f", "personas/.hidden/x.persona"]);
    commit(&room);
    let ran = since(&room, "HEAD");
    assert_eq!(ran.exits(0).out, "no audience and no setting differs from `HEAD` (4 personas the same)\n");
}

#[test]
#[ignore = "needs git: `.ci/real-clients` runs it"]
fn a_project_without_a_file_is_this_directory() {
    let room = Room::with(&[("a.persona", "title = CEO\n")]);
    git(&room, &["init", "-q", "-b", "main"]);
    commit(&room);
    room.write("a.persona", "title != CEO\n");
    assert!(room.run(&["diff", "--git", "HEAD"]).exits(0).out.contains("disjoint"));
    std::fs::remove_file(room.path("a.persona")).unwrap();
    assert!(room.run(&["diff", "--git", "HEAD"]).exits(0).out.contains("1 removed; 0 personas the same"));
}

#[test]
#[ignore = "needs git: `.ci/real-clients` runs it"]
fn other_formats_say_the_same() {
    let room = repository();
    room.write("personas/lib/titles.persona", "let leaders = [CEO, CRO, \"VP | Sales\"]\n");
    let run = |format| room.run_in("personas", &["diff", "--git", "main", "--output-format", format]);
    insta::assert_snapshot!(run("markdown").exits(0).out);
    let json: serde_json::Value = serde_json::from_str(&run("json").exits(0).out).expect("JSON");
    assert_eq!((&json["before"], &json["after"]), (&"main".into(), &"the working tree".into()));
    assert_eq!(json["personas"][0]["file"], "sales.persona");
    assert_eq!(json["personas"][0]["filters"][0]["gained"][0]["id"], "VP | Sales");
}

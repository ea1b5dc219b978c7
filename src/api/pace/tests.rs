//! However many send, the pace is kept.

use std::sync::{Mutex, mpsc};
use std::thread;

use proptest::prelude::*;
use tempfile::TempDir;

use super::*;

const SERVICE: &str = "https://api.example.com/v2";
const INTERVAL: Duration = Duration::from_millis(60);

fn pace(directory: &TempDir) -> Pace {
    Pace::new(directory.path(), SERVICE, INTERVAL)
}

/// What was said while a turn was waited for.
fn wait(pace: &mut Pace) -> Vec<Waiting> {
    let mut said = vec![];
    drop(pace.turn(|waiting| said.push(waiting), &|| false).unwrap());
    said
}

#[test]
fn the_first_request_is_sent_at_once() {
    let directory = TempDir::new().unwrap();
    assert_eq!(wait(&mut pace(&directory)), []);
    let mut elsewhere = Pace::new(directory.path(), "https://elsewhere.example", INTERVAL);
    assert_eq!(wait(&mut elsewhere), [], "each service has a pace of its own");
}

#[test]
fn the_interval_begins_when_a_request_ends() {
    let directory = TempDir::new().unwrap();
    let mut own = pace(&directory);
    let turn = own.turn(|_| (), &|| false).unwrap().unwrap();
    thread::sleep(INTERVAL);
    let end = Instant::now();
    drop(turn);
    wait(&mut pace(&directory));
    assert!(end.elapsed() >= INTERVAL);
}

#[test]
fn a_dead_process_costs_a_whole_interval() {
    let directory = TempDir::new().unwrap();
    let mut dead = pace(&directory);
    let turn = dead.turn(|_| (), &|| false).unwrap().unwrap();
    let mut under_way = turn.file.try_clone().unwrap();
    assert_eq!(read(&mut under_way).unwrap(), Mark::UnderWay, "it is written before the request is sent");
    drop(turn);
    thread::sleep(INTERVAL);
    write(&mut under_way, Mark::UnderWay).unwrap();
    drop(under_way);
    assert_eq!(wait(&mut pace(&directory)), [Waiting::Interval(INTERVAL)]);
}

#[test]
fn all_together_keep_the_pace() {
    let directory = TempDir::new().unwrap();
    let sent = Mutex::new(vec![]);
    let sender = || {
        let mut pace = pace(&directory);
        for _ in 0..3 {
            let turn = pace.turn(|_| (), &|| false).unwrap().unwrap();
            sent.lock().unwrap().push(Instant::now());
            drop(turn);
        }
    };
    thread::scope(|scope| (0..3).for_each(|_| drop(scope.spawn(sender))));
    let sent = sent.into_inner().unwrap();
    assert_eq!(sent.len(), 9);
    assert!(sent.windows(2).all(|pair| pair[1] - pair[0] >= INTERVAL), "{sent:?}");
}

#[test]
fn a_rest_is_a_rest_for_all() {
    let directory = TempDir::new().unwrap();
    let mut own = pace(&directory);
    let mut turn = own.turn(|_| (), &|| false).unwrap().unwrap();
    let (tell, told) = mpsc::channel();
    thread::scope(|scope| {
        let other =
            scope.spawn(move || drop(pace(&directory).turn(|waiting| tell.send(waiting).unwrap(), &|| false).unwrap()));
        assert_eq!(told.recv().unwrap(), Waiting::Process);
        let start = Instant::now();
        assert!(turn.rest(2 * INTERVAL, &|| false).unwrap());
        assert!(start.elapsed() >= 2 * INTERVAL && !other.is_finished());
        assert!(turn.rest(Duration::ZERO, &|| false).unwrap());
        assert!(start.elapsed() >= 3 * INTERVAL && !other.is_finished(), "the interval at least");
        drop(turn);
    });
}

#[test]
fn a_rest_that_is_broken_off_is_left_to_others() {
    let directory = TempDir::new().unwrap();
    let mut own = pace(&directory);
    let mut turn = own.turn(|_| (), &|| false).unwrap().unwrap();
    let start = Instant::now();
    assert!(!turn.rest(100 * INTERVAL, &|| true).unwrap());
    assert!(start.elapsed() < 50 * INTERVAL);
    drop(turn);
    let left = pace(&directory).left(Mark::read(&fs::read(pace(&directory).path).unwrap()));
    assert!(matches!(left, Waiting::Rest(left) if left > 50 * INTERVAL), "{left:?}");
}

#[test]
fn who_stops_while_waiting_has_no_turn_and_changes_nothing() {
    let directory = TempDir::new().unwrap();
    drop(pace(&directory).turn(|_| (), &|| false).unwrap());
    let path = pace(&directory).path;
    fs::write(&path, Mark::Resting { since: since_1970(), duration: 100 * INTERVAL }.line()).unwrap();
    let before = fs::read(&path).unwrap();
    let start = Instant::now();
    assert!(pace(&directory).turn(|_| (), &|| true).unwrap().is_none());
    assert!(start.elapsed() < 50 * INTERVAL);
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_rest_outlives_its_process() {
    let directory = TempDir::new().unwrap();
    let hour = Duration::from_secs(3600);
    let left = |since| pace(&directory).left(Mark::Resting { since, duration: hour });
    assert!(matches!(left(since_1970()), Waiting::Rest(left) if left <= hour && left > hour / 2));
    assert_eq!(left(since_1970() + 9 * hour), Waiting::Rest(hour), "the clock was set back");
    assert_eq!(left(since_1970() - hour), Waiting::Interval(Duration::ZERO));
}

#[test]
fn without_an_interval_there_is_one_at_a_time() {
    let directory = TempDir::new().unwrap();
    let unpaced = || Pace::new(directory.path(), SERVICE, Duration::ZERO);
    assert_eq!((wait(&mut unpaced()), wait(&mut unpaced())), (vec![], vec![]));
    let mut own = unpaced();
    let turn = own.turn(|_| (), &|| false).unwrap().unwrap();
    let (tell, told) = mpsc::channel();
    thread::scope(|scope| {
        let other = scope.spawn(|| drop(unpaced().turn(|waiting| tell.send(waiting).unwrap(), &|| false).unwrap()));
        assert_eq!(told.recv().unwrap(), Waiting::Process);
        assert!(!other.is_finished());
        drop(turn);
    });
    assert_eq!(told.try_recv().ok(), None);
}

#[test]
fn a_directory_that_cannot_be_made_is_named() {
    let directory = TempDir::new().unwrap();
    fs::write(directory.path().join("file"), "").unwrap();
    let said =
        Pace::new(&directory.path().join("file"), SERVICE, INTERVAL).turn(|_| (), &|| false).unwrap_err().to_string();
    assert!(
        said.contains("cannot be written: a file stands where a directory should\n  help: nothing was sent"),
        "{said}"
    );
}

#[test]
fn a_service_has_a_file_of_its_own() {
    let name = file_name("https://app.example.com/api/v2");
    assert!(name.starts_with("pace-app.example.com-api-v2-") && name.len() == 36, "{name}");
    assert_ne!(name, file_name("http://app.example.com/api/v2"));
    assert!(!file_name("../../\u{1b}/é").contains(['/', '\u{1b}', 'é']));
}

proptest! {
    #[test]
    fn a_mark_is_read_as_it_was_written(at in 0..u64::MAX / 2, duration in 0..u64::MAX / 2) {
        let (at, duration) = (Duration::from_millis(at), Duration::from_millis(duration));
        for mark in [Mark::UnderWay, Mark::Ended { at }, Mark::Resting { since: at, duration }] {
            prop_assert_eq!(Mark::read(mark.line().as_bytes()), mark);
            prop_assert_eq!(mark.line().len() as u64, mark::BYTES);
        }
    }

    #[test]
    fn no_clock_makes_anybody_wait_longer(bytes in prop::collection::vec(any::<u8>(), 0..70), at in any::<u64>(), now in any::<u64>()) {
        let now = Duration::from_millis(now);
        prop_assert!(Mark::read(&bytes).left(INTERVAL, now) <= INTERVAL);
        let ended = Mark::Ended { at: Duration::from_millis(at) };
        prop_assert!(ended.left(INTERVAL, now) <= INTERVAL);
    }

    #[test]
    fn a_torn_mark_counts_as_under_way(at in any::<u64>(), cut in 1..mark::BYTES as usize) {
        let line = Mark::Ended { at: Duration::from_millis(at) }.line();
        prop_assert_eq!(Mark::read(&line.as_bytes()[..cut]), Mark::UnderWay);
    }
}

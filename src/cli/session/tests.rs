//! What a session prints, and how it ends.

use std::cell::RefCell;
use std::io;
use std::rc::Rc;
use std::sync::Arc;

use clap::Parser;

use super::*;
use crate::cli::arguments::Arguments;
use crate::rule::UNKNOWN_FIELD;
use crate::source::{Location, SourceFile};

/// Takes so many bytes, and then nobody reads any more.
#[derive(Clone, Default)]
struct Pipe {
    taken: Rc<RefCell<String>>,
    most: usize,
}

impl Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut taken = self.taken.borrow_mut();
        if taken.len() >= self.most {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        taken.push_str(std::str::from_utf8(bytes).expect("UTF-8"));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What a command whose findings are its result prints for two files, and how it ends.
fn printed(format: &str, statistics: bool, most: usize) -> (String, Outcome) {
    let arguments = Arguments::parse_from(["personac", "build", "--output-format", format]);
    let pipe = Pipe { most, ..Pipe::default() };
    let manner = Manner { channel: Channel::Output, statistics, offers_fixes: false };
    let mut session = Session { sink: Box::new(pipe.clone()), ..Session::new(&arguments.global, manner) };
    for name in ["a.persona", "b.persona"] {
        let sources = Sources { files: vec![Arc::new(SourceFile::new(name, "x = 1"))], ..Sources::default() };
        let finding = Diagnostic::new(&UNKNOWN_FIELD, "no").label(Location::default(), "here");
        session.findings(&[finding], 0, &sources);
    }
    let outcome = session.finish(Outcome::Fine);
    let taken = pipe.taken.borrow().clone();
    (taken, outcome)
}

#[test]
fn findings_that_are_the_result_are_printed() {
    let (text, outcome) = printed("concise", false, usize::MAX);
    assert_eq!((text.lines().count(), outcome), (2, Outcome::Mistakes));
    let table = printed("concise", true, usize::MAX);
    assert_eq!(table, ("2  P201      unknown-field\n".to_owned(), Outcome::Mistakes));
}

#[test]
fn a_reader_that_goes_away_changes_no_outcome() {
    for format in ["human", "concise", "json", "github"] {
        let (text, outcome) = printed(format, false, 1);
        assert!(text.contains("a.persona") && !text.contains("b.persona"), "{format}: {text}");
        assert_eq!(outcome, Outcome::Mistakes);
    }
}

#[test]
fn lists_cannot_be_counted() {
    for (format, possible) in [("human", true), ("json", true), ("github", true), ("sarif", false)] {
        let arguments = Arguments::parse_from(["personac", "build", "--output-format", format]);
        let manner = Manner { statistics: true, ..Manner::default() };
        assert_eq!(Session::new(&arguments.global, manner).is_possible().is_ok(), possible, "{format}");
    }
}

//! Reads the tokens before a place and says what may stand there. It never fails: what it does not understand it steps
//! over, and a line that begins an item is a fresh start.

use super::place::{Condition, Place};
use super::tokens::{Kind, Token};
use crate::fields::FieldId;
use crate::settings::SettingRow;
use crate::source::Span;
use crate::syntax::ast::Op;

/// What was read last.
#[derive(Debug, Clone, Copy, PartialEq)]
enum State {
    /// An item, or nothing.
    Item,
    /// A whole condition; whose value may go on, if it is bare words.
    Clause(Option<Condition>),
    /// `and`, `or`, `not`, `(`.
    Link,
    /// A name that begins a condition or a setting.
    Name(Span),
    /// A filter and the first word of its range.
    RangeLow(Condition, Span),
    /// A filter and `not`.
    Not(Span, u32),
    /// An operator, or `,` or `[` of a list.
    Value(Condition),
    /// A value of a list.
    Listed(Condition, Span),
    /// `..`, which ends there; the lower end is in the condition.
    Range(Condition, u32),
    /// `name:`
    Colon(Span),
    /// `name: env`
    Env,
    /// The value of a setting, a `use` or a `let`: nothing follows.
    Done,
    Let,
    LetName(Span),
    LetValue(Span),
    Use,
    Path(Span),
    As(Span),
    /// `persona`, with or without a key.
    Persona,
}

/// An open bracket.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Frame {
    Block,
    Paren,
    List(Condition),
    /// Brackets and braces of data.
    Data,
    Env,
}

/// Reads tokens.
pub struct Reader<'a> {
    text: &'a str,
    state: State,
    /// The name of the `let` whose value this is.
    named: Option<Span>,
    frames: Vec<Frame>,
}

/// What may stand behind `tokens`, and the name of the `let` that it is part of; `first` says whether what stands there is
/// the first of its line.
pub fn place(text: &str, tokens: &[Token], at: u32, first: bool) -> (Place, Option<Span>) {
    let mut reader = Reader { text, state: State::Item, named: None, frames: vec![] };
    for (index, token) in tokens.iter().enumerate() {
        if token.kind != Kind::Comment {
            reader.read(*token, tokens.get(index + 1..).unwrap_or_default());
        }
    }
    (reader.place(at, first), reader.named.filter(|_| !(first && reader.is_between())))
}

impl Reader<'_> {
    fn word(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or_default()
    }

    fn is(&self, span: Span, keyword: &str) -> bool {
        self.word(span).eq_ignore_ascii_case(keyword)
    }

    fn is_link(&self, span: Span) -> bool {
        self.is(span, "and") || self.is(span, "or")
    }

    fn field(&self, name: Span) -> Option<FieldId> {
        FieldId::find(self.word(name))
    }

    fn is_signal(&self, name: Span) -> bool {
        self.field(name).is_some_and(|field| field.row().is_signal())
    }

    fn in_block(&self) -> bool {
        self.frames.contains(&Frame::Block)
    }

    fn place(&self, at: u32, first: bool) -> Place {
        match (self.frames.last(), self.state) {
            (Some(Frame::Env), _) => Place::Variable,
            (Some(Frame::Data), _) => Place::Nothing,
            (_, State::Range(condition, end)) if end == at => Place::Value(condition),
            (Some(Frame::List(_)), State::Value(condition)) => Place::Value(condition),
            (Some(Frame::List(_)), State::Listed(condition, _)) if condition.begun.is_some() && !first => {
                Place::Value(condition)
            }
            (Some(Frame::List(_)), _) => Place::Nothing,
            (Some(Frame::Paren), State::Clause(tail)) => Place::Link(tail.filter(|_| !first)),
            (_, State::Item | State::Done) if first || self.state == State::Item => self.item(false),
            (_, State::Clause(_) | State::Range(..)) if first => self.item(true),
            (frame, State::Name(name)) if first => match (frame, self.is_signal(name)) {
                (Some(Frame::Paren), true) => Place::Link(None),
                (Some(Frame::Paren), false) => Place::Nothing,
                (_, is_signal) => self.item(is_signal),
            },
            (_, State::Colon(_)) if first => self.item(false),
            (_, State::Clause(tail)) => Place::Link(tail),
            (_, State::Range(..)) => Place::Link(None),
            (_, State::Link) => Place::Condition,
            (_, State::Name(name)) => self.behind_name(name, None),
            (_, State::Not(name, not)) => self.behind_name(name, Some(not)),
            (_, State::Value(condition)) => Place::Value(condition),
            (_, State::Colon(key)) => SettingRow::find(self.word(key)).map_or(Place::Nothing, Place::Data),
            (_, State::LetValue(name)) => Place::LetValue(name),
            (_, State::Use) => Place::Path,
            (_, State::Path(_)) if first => self.item(false),
            (_, State::Path(_)) => Place::As,
            (_, State::As(path)) => Place::Alias(path),
            _ => Place::Nothing,
        }
    }

    fn item(&self, after_clause: bool) -> Place {
        Place::Item { in_block: self.in_block(), after_clause }
    }

    fn behind_name(&self, name: Span, not: Option<u32>) -> Place {
        match self.field(name) {
            Some(field) if field.row().is_signal() => Place::Link(None),
            Some(field) => Place::Operator { field, not },
            None => Place::Nothing,
        }
    }

    fn read(&mut self, token: Token, rest: &[Token]) {
        if token.first && self.is_fresh(token, rest) {
            self.start_again(token);
        }
        if token.first && self.is_between() && !(token.kind == Kind::Word && self.is_link(token.span)) {
            self.named = None;
        }
        if let State::Range(condition, end) = self.state {
            self.state = self.after_value(condition, None);
            if end == token.span.start && matches!(token.kind, Kind::Word | Kind::Text | Kind::OpenText) {
                return;
            }
        }
        match self.frames.last().copied() {
            Some(Frame::Data | Frame::Env) => self.in_data(token),
            Some(Frame::List(condition)) => self.in_list(token, condition),
            _ => self.in_expression(token, rest),
        }
    }

    /// Whether the first token of a line begins something of its own, whatever is open before it.
    fn is_fresh(&self, token: Token, rest: &[Token]) -> bool {
        let open = self.frames.last();
        if token.kind != Kind::Word {
            return false;
        }
        let (next, third) = (rest.first().map(|next| next.kind), rest.get(1));
        let begins_item = match self.word(token.span).to_ascii_lowercase().as_str() {
            "let" | "persona" => matches!(next, Some(Kind::Word | Kind::Text)),
            "use" => matches!(next, Some(Kind::Text | Kind::OpenText)),
            _ => false,
        };
        let compares = next == Some(Kind::Sign)
            || (rest
                .first()
                .is_some_and(|next| !next.first && (self.is(next.span, "in") || self.is(next.span, "not")))
                && third.is_some());
        let is_setting =
            next == Some(Kind::Colon) && !third.is_some_and(|third| self.word(third.span).starts_with('/'));
        match open {
            Some(Frame::Data | Frame::Env) => begins_item || (compares && self.field(token.span).is_some()),
            Some(Frame::List(_)) => begins_item || is_setting || compares,
            Some(Frame::Paren) => begins_item || is_setting,
            _ => begins_item || is_setting || (compares && !matches!(self.state, State::Link | State::LetValue(_))),
        }
    }

    /// Whether an item may end here: nothing is open, and nothing has to follow.
    fn is_between(&self) -> bool {
        let is_open = matches!(self.state, State::Link | State::LetValue(_) | State::Value(_) | State::Not(..));
        !is_open && matches!(self.frames.last(), None | Some(Frame::Block))
    }

    fn start_again(&mut self, token: Token) {
        let stay = self.in_block() && !self.is(token.span, "persona");
        self.frames.clear();
        self.frames.extend(stay.then_some(Frame::Block));
        self.state = State::Item;
    }

    fn in_data(&mut self, token: Token) {
        match token.kind {
            Kind::Open('(') => self.frames.push(Frame::Env),
            Kind::Open(_) => self.frames.push(Frame::Data),
            Kind::Close(_) => {
                self.frames.pop();
                self.state = State::Done;
            }
            _ => {}
        }
    }

    fn in_list(&mut self, token: Token, outer: Condition) {
        let fresh = Condition { begun: None, low: None, ..outer };
        match (token.kind, self.state) {
            (Kind::Comma, _) => self.state = State::Value(fresh),
            (Kind::Close(_), _) => {
                self.frames.pop();
                self.state = self.after_list(outer);
            }
            (Kind::Dots, state) => {
                let low = if let State::Listed(_, low) = state { low } else { Span::at(token.span.start) };
                self.state = State::Range(Condition { low: Some(low), ..fresh }, token.span.end);
            }
            (Kind::Word, State::Listed(condition, _)) => self.state = State::Listed(condition, token.span),
            (Kind::Word, _) => {
                let begun = Some(token.span.start);
                self.state = State::Listed(Condition { begun, ..fresh }, token.span);
            }
            (Kind::Text | Kind::OpenText | Kind::Reference, _) => self.state = State::Listed(fresh, token.span),
            _ => {}
        }
    }

    fn after_list(&self, condition: Condition) -> State {
        if condition.field.is_none() && condition.named.is_some() { State::Done } else { State::Clause(None) }
    }

    /// A value in a list is followed by a comma, another one by a link.
    fn after_value(&self, condition: Condition, begun: Option<u32>) -> State {
        let condition = Condition { begun, low: None, ..condition };
        match self.frames.last() {
            Some(Frame::List(_)) => State::Listed(condition, Span::default()),
            _ => State::Clause(begun.map(|_| condition)),
        }
    }

    fn in_expression(&mut self, token: Token, rest: &[Token]) {
        match token.kind {
            Kind::Word => self.word_read(token, rest),
            Kind::Text | Kind::OpenText => self.text_read(token, rest),
            Kind::Reference => {
                self.state = if self.state == State::Item { State::Clause(None) } else { self.reference() }
            }
            Kind::Dots => self.dots(token),
            Kind::Sign => self.sign(token),
            Kind::Colon => match self.state {
                State::Name(name) => self.state = State::Colon(name),
                State::LetName(name) => self.state = State::LetValue(name),
                _ => {}
            },
            Kind::Comma => self.comma(),
            Kind::Open(bracket) => self.open(bracket, token),
            Kind::Close(bracket) => self.close(bracket),
            Kind::Comment | Kind::Other => {}
        }
    }

    fn reference(&self) -> State {
        match self.state {
            State::LetValue(_) => State::Clause(None),
            State::Value(condition) => self.after_value(condition, None),
            _ => State::Clause(None),
        }
    }

    fn word_read(&mut self, token: Token, rest: &[Token]) {
        let word = self.word(token.span).to_ascii_lowercase();
        let span = token.span;
        self.state = match (self.state, word.as_str()) {
            (State::Use | State::Path(_), "as") => {
                State::As(if let State::Path(path) = self.state { path } else { span })
            }
            (State::Use, _) => State::Path(span),
            (State::Let, _) => {
                self.named = Some(span);
                State::LetName(span)
            }
            (State::As(_), _) => State::Done,
            (State::Persona, _) => State::Persona,
            (State::Name(name), "in") => State::Value(Condition::new(self.field(name), Op::In)),
            (State::Name(name), "not") if !token.first => State::Not(name, span.start),
            (State::Not(name, _), "in") => State::Value(Condition::new(self.field(name), Op::NotIn)),
            (State::Colon(_), "env") => State::Env,
            (State::Colon(_), _) => State::Done,
            (_, "and" | "or" | "not") => State::Link,
            (State::Item | State::Done | State::Clause(_) | State::Path(_) | State::Name(_), "let") => State::Let,
            (State::Item | State::Done | State::Clause(_) | State::Path(_) | State::Name(_), "use") => State::Use,
            (State::Item | State::Done | State::Clause(_) | State::Path(_) | State::Name(_), "persona") => {
                State::Persona
            }
            (State::Value(condition), _) if begins_range(rest, span) => State::RangeLow(condition, span),
            (State::Value(condition), _) => self.after_value(condition, Some(span.start)),
            (State::Clause(tail), _) if !token.first => match rest.first() {
                Some(next) if next.kind == Kind::Sign => State::Name(span),
                _ => State::Clause(tail),
            },
            (State::Name(name), _) if !token.first => {
                State::RangeLow(Condition::new(self.field(name), Op::Range), span)
            }
            (State::RangeLow(condition, _), _) if !token.first => State::Clause(Some(condition)),
            (State::Done, _) if !token.first => State::Done,
            (State::LetValue(name), _) if begins_range(rest, span) => State::RangeLow(Condition::of_let(name), span),
            (State::LetValue(_), _) if !begins_condition(rest, self.text) => self.let_word(span),
            _ => State::Name(span),
        };
    }

    /// `let x = Word`: a value, or a signal, which is a clause.
    fn let_word(&self, word: Span) -> State {
        match self.field(word) {
            Some(_) => State::Name(word),
            None => State::Done,
        }
    }

    fn text_read(&mut self, token: Token, rest: &[Token]) {
        self.state = match self.state {
            State::Use => State::Path(token.span),
            State::Persona => State::Persona,
            State::Value(condition) if begins_range(rest, token.span) => State::RangeLow(condition, token.span),
            State::Value(condition) => self.after_value(condition, None),
            State::Name(name) if !token.first => {
                State::RangeLow(Condition::new(self.field(name), Op::Range), token.span)
            }
            State::Item if rest.first().is_some_and(|next| next.kind == Kind::Colon) => State::Name(token.span),
            State::Colon(_) | State::LetValue(_) | State::Done => State::Done,
            _ => State::Clause(None),
        };
    }

    fn dots(&mut self, token: Token) {
        let none = Span::at(token.span.start);
        self.state = match self.state {
            State::RangeLow(condition, low) => State::Range(Condition { low: Some(low), ..condition }, token.span.end),
            State::Value(condition) => State::Range(Condition { low: Some(none), ..condition }, token.span.end),
            State::Name(name) => {
                let condition = Condition { low: Some(none), ..Condition::new(self.field(name), Op::Range) };
                State::Range(condition, token.span.end)
            }
            State::LetValue(name) => {
                State::Range(Condition { low: Some(none), ..Condition::of_let(name) }, token.span.end)
            }
            state => state,
        };
    }

    fn sign(&mut self, token: Token) {
        let op = match self.word(token.span) {
            "!=" | "≠" | "<>" | "!==" => Op::NotEqual,
            "<" => Op::Less,
            "<=" | "≤" | "=<" => Op::LessEqual,
            ">" => Op::Greater,
            ">=" | "≥" | "=>" => Op::GreaterEqual,
            _ => Op::Equal,
        };
        self.state = match self.state {
            State::Name(name) => State::Value(Condition::new(self.field(name), op)),
            State::LetName(name) | State::LetValue(name) => State::LetValue(name),
            State::Clause(_) | State::Item | State::Link if self.word(token.span) == "!" => State::Link,
            state => state,
        };
    }

    /// `title = CEO, CFO` is a slip, and it is clear what comes next.
    fn comma(&mut self) {
        self.state = match self.state {
            State::Clause(Some(condition)) => State::Value(Condition { begun: None, ..condition }),
            state => state,
        };
    }

    fn open(&mut self, bracket: char, token: Token) {
        let at = Some(token.span.start);
        match (self.state, bracket) {
            (State::Persona, '{') => {
                self.frames = vec![Frame::Block];
                self.state = State::Item;
            }
            (State::Env, '(') => self.frames.push(Frame::Env),
            (State::Colon(_), _) => self.frames.push(Frame::Data),
            (State::Value(condition), '[' | '(') => self.open_list(Condition { list: at, ..condition }),
            (State::Name(name), '[') => {
                self.open_list(Condition { list: at, ..Condition::new(self.field(name), Op::In) });
            }
            (State::LetValue(name), '[') => {
                self.open_list(Condition { list: at, ..Condition::of_let(name) });
            }
            (_, '(') => {
                self.frames.push(Frame::Paren);
                self.state = State::Link;
            }
            _ => {}
        }
    }

    fn open_list(&mut self, condition: Condition) {
        self.frames.push(Frame::List(condition));
        self.state = State::Value(condition);
    }

    fn close(&mut self, bracket: char) {
        match bracket {
            '}' => {
                self.frames.clear();
                self.state = State::Item;
            }
            ')' if self.frames.last() == Some(&Frame::Paren) => {
                self.frames.pop();
                self.state = State::Clause(None);
            }
            _ => {}
        }
    }
}

/// Whether `..` follows a value at once.
fn begins_range(rest: &[Token], value: Span) -> bool {
    rest.first().is_some_and(|next| next.kind == Kind::Dots && next.span.start == value.end)
}

/// Whether what follows a name compares it with something.
fn begins_condition(rest: &[Token], text: &str) -> bool {
    let Some(next) = rest.first() else { return false };
    let word = text.get(next.span.range()).unwrap_or_default();
    match next.kind {
        Kind::Sign | Kind::Dots => true,
        Kind::Word => {
            word.eq_ignore_ascii_case("in")
                || word.eq_ignore_ascii_case("not")
                || word.starts_with(|c: char| c.is_ascii_digit())
        }
        _ => false,
    }
}

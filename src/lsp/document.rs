//! A file that is open in the editor: what is in its buffer counts, saved or not.

use std::cell::OnceCell;
use std::path::PathBuf;
use std::sync::Arc;

use gen_lsp_types::{TextDocumentContentChangeEvent, Uri};

use super::position::Encoding;
use crate::source::{FileId, MAX_FILE_BYTES, SourceFile};
use crate::syntax::{Parsed, check_bytes, parse};

/// A file that is open in the editor.
#[derive(Debug)]
pub struct Document {
    /// Its address, as the client writes it.
    pub uri: Uri,
    /// Where it is; `None` for a buffer that was never saved.
    pub path: Option<PathBuf>,
    /// The same with links followed, if it is on the disk.
    pub real_path: Option<PathBuf>,
    /// The number of its last change.
    pub version: i32,
    /// Its text.
    pub source: Arc<SourceFile>,
    parsed: OnceCell<Arc<Parsed>>,
}

impl Document {
    /// A buffer called `name` with this text.
    pub fn new(uri: Uri, path: Option<PathBuf>, name: &str, version: i32, text: String) -> Document {
        let real_path = path.as_ref().and_then(|path| std::fs::canonicalize(path).ok());
        Document {
            uri,
            path,
            real_path,
            version,
            source: Arc::new(SourceFile::new(name, text)),
            parsed: OnceCell::new(),
        }
    }

    /// Its tree.
    pub fn parsed(&self) -> Arc<Parsed> {
        Arc::clone(self.parsed.get_or_init(|| Arc::new(read(&self.source))))
    }

    /// Take changes over, in their order.
    pub fn change(&mut self, version: i32, changes: Vec<TextDocumentContentChangeEvent>, encoding: Encoding) {
        let name = self.source.name().to_owned();
        let mut source = None;
        for change in changes {
            let current: &SourceFile = source.as_ref().unwrap_or(&self.source);
            source = Some(SourceFile::new(name.clone(), changed(current, change, encoding)));
        }
        if let Some(source) = source {
            self.source = Arc::new(source);
            self.parsed = OnceCell::new();
        }
        self.version = version;
    }
}

fn read(source: &SourceFile) -> Parsed {
    if source.text().len() as u64 > MAX_FILE_BYTES {
        let bytes = source.text().as_bytes().to_vec();
        let (_, finding) = check_bytes(source.name(), FileId(0), bytes);
        return Parsed { diagnostics: finding.into_iter().collect(), ..Parsed::default() };
    }
    parse(source, FileId(0))
}

fn changed(source: &SourceFile, change: TextDocumentContentChangeEvent, encoding: Encoding) -> String {
    match change {
        TextDocumentContentChangeEvent::TextDocumentContentChangeWholeDocument(whole) => whole.text,
        TextDocumentContentChangeEvent::TextDocumentContentChangePartial(part) => {
            let span = encoding.span(source, part.range).range();
            let (before, after) = (source.text().get(..span.start), source.text().get(span.end..));
            [before.unwrap_or_default(), &part.text, after.unwrap_or_default()].concat()
        }
    }
}

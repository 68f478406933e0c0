//! What an installed folder becomes, and how the library gets at it again.

/// What kind of folder a record comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordKind {
    /// A pack's own folder: its head, its paths, its glossary, its interviewers.
    Pack,
    /// A topic.
    Topic,
}

/// A folder of an installed pack, packed: one row of the cache.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Its path below the packs folder, parts joined by `/`; the row's key. The first part is the pack's folder.
    pub folder: Box<str>,
    /// A hash of its files' names, sizes and times.
    pub stamp: u64,
    /// What it is.
    pub kind: RecordKind,
    /// The head, small.
    pub head: Vec<u8>,
    /// The heads of a topic's questions; for a pack's own folder its glossary.
    pub questions: Vec<u8>,
    /// The body of a topic; for a pack's own folder its ladder and checklists.
    pub body: Vec<u8>,
    /// The prompts of a topic; for a pack's own folder its interviewers.
    pub prompts: Vec<u8>,
}

/// A record without its large blobs: what the cache gives for all folders at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// As in [`Record`].
    pub folder: Box<str>,
    /// As in [`Record`].
    pub kind: RecordKind,
    /// As in [`Record`].
    pub head: Vec<u8>,
}

impl Record {
    /// Its head.
    pub fn to_head(&self) -> Head {
        Head { folder: self.folder.clone(), kind: self.kind, head: self.head.clone() }
    }
}

impl RecordKind {
    /// A number for a column.
    pub fn number(self) -> u8 {
        match self {
            RecordKind::Pack => 0,
            RecordKind::Topic => 1,
        }
    }

    /// The kind of a number.
    pub fn from_number(number: u8) -> Option<Self> {
        [RecordKind::Pack, RecordKind::Topic].into_iter().find(|kind| kind.number() == number)
    }
}

/// One of the large blobs of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// [`Record::questions`]
    Questions,
    /// [`Record::body`]
    Body,
    /// [`Record::prompts`]
    Prompts,
}

impl Part {
    /// A number for a column.
    pub fn number(self) -> u8 {
        match self {
            Part::Questions => 0,
            Part::Body => 1,
            Part::Prompts => 2,
        }
    }
}

/// Gets a large blob of a folder's record from the cache; `None` when it is not there or cannot be read.
pub type Fetch = Box<dyn Fn(&str, Part) -> Option<Vec<u8>> + Send + Sync>;

/// All installed packs, for [`super::Library::with_installed`].
pub struct Installed {
    /// The heads of all records.
    pub heads: Vec<Head>,
    /// How to get the rest.
    pub fetch: Fetch,
}

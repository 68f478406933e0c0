//! What should happen, in domain words; and what has happened, as news.
//!
//! A screen or session never touches disk, clock or terminal: `update` returns effects, one place in `app` performs
//! them, and what comes of them returns as [`News`].

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::catalog::{QuestionHead, Term, TopicBody};
use crate::domain::day::Day;
use crate::domain::event::{Event, EventId, NotePlace};
use crate::domain::ids::{EntryId, ItemId, TopicId};
use crate::domain::interview::{Rehearsed, Story};
use crate::domain::memory::Memory;
use crate::domain::persona::Persona;
use crate::domain::question::Question;
use crate::domain::rubric::{Prompt, PromptKind};
use crate::domain::text::{Lang, Text};

use super::action::Action;
use super::day::DayWish;
use super::interview::setup::Wish;
use super::ladder::LadderData;
use super::library::{LibraryData, PackDeed, PackNews};
use super::mock::{MockWish, SittingData};
use super::rehearse::{AnswerRow, RehearseData};

/// Something that should happen.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Put events into the log, durably; [`News::Saved`] or [`News::SaveTrouble`] follows.
    Record(Vec<Event>),
    /// Take back (or, with `redo`, bring back) this device's latest learner action; [`News::Undone`] follows.
    Undo {
        /// Bring back instead.
        redo: bool,
    },
    /// Keep a draft (text being typed, reading position, session in progress) under a name; `None` drops it.
    Draft {
        /// What the draft belongs to, such as `lesson/backend-roadmap/indexes`.
        name: String,
        /// JSON, or `None` to drop it.
        body: Option<String>,
    },
    /// Ask for data.
    Ask(Request),
    /// Show another place or session.
    Go(Route),
    /// Close this screen and return to what is below it.
    Back,
    /// Leave the program; everything is saved first.
    Quit,
    /// Stop the program until the shell continues it (Ctrl-Z).
    Suspend,
    /// Draw everything anew.
    Redraw,
    /// Copy to the terminal's clipboard; a toast says how much and where to.
    Copy(String),
    /// Open a text in the learner's editor; [`News::Edited`] brings it back.
    Edit {
        /// The text to start from.
        text: String,
        /// File name ending, such as `md`.
        ending: &'static str,
    },
    /// Open a file in the learner's editor, at a place of it; whoever watches the file tells what came of it.
    EditAt {
        /// The file, as a path.
        path: String,
        /// From 1.
        line: u32,
        /// From 1.
        column: u32,
    },
    /// Use another language from now on; the settings stay as they are.
    Speak(Lang),
    /// Change a setting (dotted name as in `config.toml`, TOML value), live and in the file; an empty value is its default.
    Set(&'static str, String),
    /// Open the settings file in the learner's editor; what was changed is in force afterwards ([`News::Settings`]).
    EditSettings,
    /// Do what an action does in the screen that is on top once everything before this effect was performed: what the help
    /// and the palette run, after [`Effect::Back`] has closed them.
    Run(Action),
    /// Make the state of the study anew: time has passed that changes it. [`News::Study`] follows.
    Refresh,
    /// The learner has been told of the unexpected end ([`super::study::Crash`]); it is not told again.
    CrashTold,
    /// Try again what is in the way: the data file's lock, events that wait for the disk, packs with errors.
    Retry,
    /// One line in the status row for four seconds.
    Toast(Toast),
    /// Do something with packs; [`News::Pack`] tells what came of it.
    Pack(PackDeed),
    /// Save an export to a file next to the learner's data; a toast says where.
    Export {
        /// File name without folder.
        name: String,
        /// What to write.
        body: String,
    },
}

/// A line in the status row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toast {
    /// `true` for "done", `false` for "look here".
    pub good: bool,
    /// The sentence, in the learner's language.
    pub text: String,
}

/// Data that a screen may ask for. The answer comes as the [`News`] variant of the same name.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Request {
    /// The queue of a session: what to ask, in which order.
    Queue(Queue),
    /// One question with its memory.
    Item(ItemId),
    /// One topic whole, with the memories of its questions.
    Topic(TopicId),
    /// Everything that Stats shows.
    Stats,
    /// A page of the log, newest first, before an event.
    Log {
        /// Only events before this one; `None` starts with the newest.
        before: Option<EventId>,
    },
    /// Search in topics, questions, interview prompts, terms and notes; commands are searched by the palette itself.
    Search(String),
    /// A draft by name.
    Draft(String),
    /// Where the data lies, backups, versions: what Settings and error screens tell.
    About,
    /// Everything that Rehearse shows.
    Rehearse,
    /// One interview prompt with what is known about the learner and it.
    Prompt(ItemId),
    /// The answer book: every attempt that stands.
    Answers,
    /// A mock interview: its answers that stand, and what it is compared with.
    Sitting(EventId),
    /// Everything that the ladder, the tracks and the checklists show.
    Ladder,
    /// A working day, and what was left of it in the middle.
    Day(EntryId),
    /// Everything that Library shows.
    Library,
}

/// Questions of each topic that [`Queue::TestOut`] asks, at most.
pub const TEST_OUT_EACH: u16 = 3;

/// Which items a session asks.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Queue {
    /// What is due, within the day's budget or the given number of minutes or items.
    Due {
        /// Minutes to spend; `None` means today's budget.
        minutes: Option<u16>,
        /// At most this many items.
        items: Option<u16>,
        /// Only this topic.
        topic: Option<TopicId>,
    },
    /// Go on with the review that was left or killed today, so many answers of it being behind.
    Resume(u16),
    /// Questions of a topic that were never answered, in the author's order, at most so many.
    New(TopicId, u16),
    /// Ahead of the schedule, which stays as it is.
    Ahead(Option<TopicId>, u16),
    /// A sample over topics, to test out of them.
    TestOut(Vec<TopicId>),
    /// More of a section of a topic, without those that were just asked: what is remembered least first. At most so many.
    More {
        /// The topic.
        topic: TopicId,
        /// The section.
        section: Box<str>,
        /// What was just asked.
        except: Vec<ItemId>,
        /// At most so many.
        most: u16,
    },
    /// Exactly these, for practice; the schedule stays as it is.
    Practice(Vec<ItemId>),
}

/// Where to go.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Route {
    /// The place Today.
    Today,
    /// What comes next in today's plan; Today when nothing is left.
    Next,
    /// Path, at a topic if one is given.
    Path(Option<TopicId>),
    /// Path, at a tab: 1 tracks, 2 career ladder.
    PathTab(u8),
    /// Checklists, at one if it is given.
    Checklist(Option<EntryId>),
    /// Stats, at a tab: 0 main, 1 skills, 2 log.
    Stats(u8),
    /// Library, at a tab: 0 packs, 1 flags, 2 notes.
    Library(u8),
    /// Settings.
    Settings,
    /// A review session.
    Review(Queue),
    /// A lesson, at a section if one is given.
    Lesson(TopicId, Option<Box<str>>),
    /// First run.
    Welcome,
    /// Search and commands.
    Palette,
    /// Help for the screen below.
    Help,
    /// Rehearse, at a tab: 0 one question, 1 mock interview, 2 past answers, 3 a working day.
    Rehearse(u8),
    /// One interview question.
    Interview(Wish),
    /// A mock interview, or its report.
    Mock(MockWish),
    /// A working day, or one slot of it.
    Day(DayWish),
    /// What is wrong with data or packs.
    Trouble,
    /// The pack that is being written, where one is.
    Preview,
    /// A text too long for its place, or one that could not be copied.
    Text {
        /// Title of the sheet.
        title: String,
        /// What to show.
        body: String,
    },
}

/// A question, and what is known about the learner and it.
#[derive(Debug, Clone, PartialEq)]
pub struct LoadedItem {
    /// The question.
    pub question: Arc<Question>,
    /// How it is remembered; `None` when it was never answered.
    pub memory: Option<Memory>,
    /// Unit and topic titles, for the line above the question.
    pub crumbs: Crumbs,
    /// Spellings that the learner had counted as right.
    pub accepted: Vec<Box<str>>,
    /// The learner's note on it; empty when there is none.
    pub note: Box<str>,
    /// Median answer time for its kind, in milliseconds, once there are enough answers.
    pub median_ms: Option<u32>,
}

/// An interview prompt, and what is known about the learner and it.
#[derive(Debug, Clone, PartialEq)]
pub struct LoadedPrompt {
    /// The prompt, whole.
    pub prompt: Arc<Prompt>,
    /// Unit and topic titles.
    pub crumbs: Crumbs,
    /// The attempts at it that stand, oldest first.
    pub attempts: Vec<Attempt>,
    /// The learner's stories that answer it.
    pub stories: Vec<Story>,
    /// Memories of its points that were ever marked, by the points' own names.
    pub memories: Vec<(Box<str>, Memory)>,
    /// Kinds of prompts whose samples were graded for practice.
    pub practised: Vec<PromptKind>,
    /// All interviewers with their lines, those who would ask it first.
    pub personas: Vec<Arc<Persona>>,
    /// Prediction minus points met of the last ten attempts at any prompt that have a prediction, oldest first.
    pub predictions: Vec<i8>,
    /// The interview about it that was left in the middle, as JSON of its session.
    pub draft: Option<String>,
    /// The ladder level that the learner climbs to; `None` while they said nothing of it.
    pub target: Option<u8>,
}

/// A working day, and what was left of it.
#[derive(Debug, Clone, PartialEq)]
pub struct LoadedDay {
    /// The day.
    pub day: Arc<Day>,
    /// What was left of it in the middle, as JSON of its session.
    pub draft: Option<String>,
    /// The titles of the topics whose questions it may bring into the reviews.
    pub titles: BTreeMap<TopicId, Text>,
}

/// An attempt at a prompt, as the log has it.
#[derive(Debug, Clone, PartialEq)]
pub struct Attempt {
    /// The event.
    pub id: EventId,
    /// When.
    pub utc: i64,
    /// Local time minus UTC at that moment, in minutes.
    pub offset_min: i32,
    /// What was said, and how it was marked.
    pub rehearsed: Rehearsed,
}

/// Where a question belongs, in words.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Crumbs {
    /// The unit's title.
    pub unit: Text,
    /// The topic's title.
    pub topic: Text,
    /// The section's title.
    pub section: Text,
}

/// A topic, and what is known about the learner and it.
#[derive(Debug, Clone, PartialEq)]
pub struct LoadedTopic {
    /// The topic.
    pub body: Arc<TopicBody>,
    /// Memories of its questions that were answered, by item.
    pub memories: Vec<(ItemId, Memory)>,
    /// Notes on its sections and questions.
    pub notes: Vec<(NotePlace, Box<str>)>,
    /// Where reading stopped, as JSON of the lesson session; `None` when it was not begun.
    pub position: Option<String>,
    /// Terms of the glossary that its text uses and that are taught elsewhere.
    pub terms: Vec<Term>,
}

/// One row of a search result.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// What was found.
    pub target: HitTarget,
    /// Its name in the learner's language.
    pub title: String,
    /// A second column: meaning, place, when due.
    pub detail: String,
}

/// What a search found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HitTarget {
    /// A glossary term, with the topic that teaches it.
    Term(Option<TopicId>),
    /// A topic.
    Topic(TopicId),
    /// A question.
    Item(ItemId),
    /// An interview prompt.
    Prompt(ItemId),
    /// A note of the learner.
    Note(NotePlace),
}

/// One row of the log as people read it.
#[derive(Debug, Clone, PartialEq)]
pub struct LogRow {
    /// The event.
    pub event: Event,
    /// Whether it is live (not taken back).
    pub live: bool,
    /// An undo of an undo: it brought something back.
    pub redo: bool,
    /// The question's text or the topic's title, in the learner's language; empty when it is not installed.
    pub about: String,
}

/// What the program tells about itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct About {
    /// Folder of the data file.
    pub data_dir: String,
    /// Settings file.
    pub config_file: String,
    /// When the last backup was made (UTC milliseconds), and how many are kept.
    pub last_backup: Option<i64>,
    /// Backups kept.
    pub backups: usize,
}

/// What has happened.
#[derive(Debug, Clone, PartialEq)]
pub enum News {
    /// These events are on disk.
    Saved(Vec<EventId>),
    /// Events wait because the disk refuses them; a banner stays until they are saved.
    SaveTrouble {
        /// What happened, in a sentence.
        message: String,
        /// How many events wait.
        waiting: usize,
    },
    /// An action was taken or brought back; `None` when there was none.
    Undone {
        /// The event that it was, and whether it is live now.
        event: Option<Event>,
        /// The title of the topic that it was about; empty when there is none.
        about: Text,
        /// Brought back instead.
        redo: bool,
    },
    /// The queue that was asked for.
    Queue(Queue, Vec<QueuedItem>),
    /// The question that was asked for; `None` when it is not installed any more.
    Item(ItemId, Option<Box<LoadedItem>>),
    /// The topic that was asked for; the error is a sentence for people.
    Topic(TopicId, Result<Box<LoadedTopic>, String>),
    /// What Stats shows.
    Stats(Box<super::study::StatsData>),
    /// A page of the log.
    Log(Vec<LogRow>),
    /// What was found for a query.
    Search(String, Vec<Hit>),
    /// A draft.
    Draft(String, Option<String>),
    /// What the program tells about itself.
    About(About),
    /// What Rehearse shows.
    Rehearse(Box<RehearseData>),
    /// The prompt that was asked for; `None` when it is not installed any more.
    Prompt(ItemId, Option<Box<LoadedPrompt>>),
    /// The answer book, the newest attempt first.
    Answers(Vec<AnswerRow>),
    /// The mock interview that was asked for.
    Sitting(EventId, Box<SittingData>),
    /// What the ladder, the tracks and the checklists show.
    Ladder(Box<LadderData>),
    /// The working day that was asked for; `None` when it is not installed any more.
    Day(EntryId, Option<LoadedDay>),
    /// What Library shows.
    Library(Box<LibraryData>),
    /// What came of something that was done with packs.
    Pack(PackNews),
    /// The learner's editor was closed; `None` when it could not be run or nothing changed.
    Edited(Option<String>),
    /// A pack that is being written has changed on the disk.
    Preview(Arc<super::preview::Snapshot>),
    /// Plan, progress or packs changed: `Scene::study` is new.
    Study,
    /// The lesson language or any other setting changed: `Scene::settings` is new.
    Settings,
}

/// An item in a session's queue.
#[derive(Debug, Clone, PartialEq)]
pub struct QueuedItem {
    /// What to ask.
    pub head: QuestionHead,
    /// How long it is likely to take, in milliseconds, by the learner's own pace.
    pub expect_ms: u32,
    /// A step of today that is not due before this moment (UTC milliseconds); 0 for everything else.
    pub not_before: i64,
}

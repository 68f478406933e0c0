//! The command line as clap reads it.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::packs::sign::Accept;

/// An offline terminal learning companion and interview trainer for backend engineers.
///
/// Without a command it opens at today's plan. No account, no network.
#[derive(Debug, Parser)]
#[command(name = "jenjang", version, disable_help_subcommand = true, max_term_width = 100)]
pub struct Cli {
    /// What to do; nothing opens today's plan.
    #[command(subcommand)]
    pub command: Option<Command>,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub global: Global,
}

/// A command line without a command. Most starts are one, and describing all commands to clap costs a fifth of a millisecond of the first frame.
#[derive(Debug, Parser)]
#[command(disable_help_flag = true, disable_version_flag = true)]
struct FlagsAlone {
    #[command(flatten)]
    global: Global,
}

impl Cli {
    /// Reads the command line: what is more than flags is read with all commands known.
    ///
    /// # Errors
    ///
    /// What clap has to say of it, help and version among it.
    pub fn read() -> Result<Cli, clap::Error> {
        FlagsAlone::try_parse().map(|FlagsAlone { global }| Cli { command: None, global }).or_else(|_| Cli::try_parse())
    }
}

/// Flags that every command understands.
#[derive(Debug, Clone, Default, Args)]
pub struct Global {
    /// Plain lines: no cursor movement, no colour
    #[arg(long, global = true, env = "JENJANG_PLAIN", value_parser = clap::builder::FalseyValueParser::new(), help_heading = "Global")]
    pub plain: bool,
    /// The full-screen interface even where plain lines would be chosen
    #[arg(long, global = true, conflicts_with = "plain", help_heading = "Global")]
    pub tui: bool,
    /// Reports as JSON on standard output, errors as JSON on standard error
    #[arg(long, global = true, help_heading = "Global")]
    pub json: bool,
    /// When to use colour
    #[arg(long, global = true, value_enum, help_heading = "Global")]
    pub color: Option<When>,
    /// ASCII characters only
    #[arg(long, global = true, help_heading = "Global")]
    pub ascii: bool,
    /// Leave the mouse alone
    #[arg(long, global = true, help_heading = "Global")]
    pub no_mouse: bool,
    /// Language of interface and lessons
    #[arg(long, global = true, value_parser = ["en", "id"], help_heading = "Global")]
    pub lang: Option<String>,
    /// A learner or purpose with data, packs and settings of its own, such as exam
    #[arg(long, global = true, env = "JENJANG_PROFILE", value_name = "NAME", value_parser = profile_name, help_heading = "Global")]
    pub profile: Option<String>,
    /// Folder of the data file, backups and packs
    #[arg(long, global = true, env = "JENJANG_DATA_DIR", value_name = "DIR", help_heading = "Global")]
    pub data_dir: Option<PathBuf>,
    /// Settings file
    #[arg(long, global = true, env = "JENJANG_CONFIG", value_name = "FILE", help_heading = "Global")]
    pub config: Option<PathBuf>,
    /// Never ask; what would need an answer is refused
    #[arg(long, global = true, help_heading = "Global")]
    pub no_input: bool,
    /// Answer yes where a command would ask
    #[arg(long, global = true, help_heading = "Global")]
    pub yes: bool,
    /// Only results, no messages
    #[arg(short, long, global = true, help_heading = "Global")]
    pub quiet: bool,
    /// Write a log file; twice for more
    #[arg(short, long, global = true, action = clap::ArgAction::Count, help_heading = "Global")]
    pub verbose: u8,
}

fn profile_name(name: &str) -> Result<String, String> {
    let fits = crate::config::paths::is_profile_name(name);
    if fits { Ok(name.to_owned()) } else { Err("small letters, digits, - and _ make a profile's name".to_owned()) }
}

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum When {
    /// By terminal and `NO_COLOR`.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// The commands.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum Command {
    /// Print today's plan
    Today(TodayArgs),
    /// Review what is due
    Review(ReviewArgs),
    /// Read a lesson and answer its questions
    Learn(LearnArgs),
    /// Rehearse one interview question
    Ask(AskArgs),
    /// A mock interview: several questions, breaks, and a report
    Mock(MockArgs),
    /// Print your answer book
    Answers(AnswersArgs),
    /// Write the sheet for somebody who interviews you, and take in the grades that they gave
    Chair(ChairArgs),
    /// Write a system prompt that makes your own assistant interview you; nothing is sent
    Agent(AgentArgs),
    /// Live a working day, or one slot of it, in lines
    Day(DayArgs),
    /// Print the roadmap with your progress
    Path(PathArgs),
    /// The career ladder: where you stand, for a 1:1; rate statements and write evidence
    Ladder(LadderArgs),
    /// Role variations, levels of the ladder and other paths: what each needs, and which two you follow
    Tracks(TracksArgs),
    /// A checklist to use: print it, or tick it for a piece of work
    Checklist(ChecklistArgs),
    /// Print reports
    Stats(StatsArgs),
    /// Search lessons, questions, terms and notes
    Search(SearchArgs),
    /// List what you flagged, and write it into a file for the authors of the packs
    Flags(FlagsArgs),
    /// Take back the last thing you did
    Undo(UndoArgs),
    /// Packs: install them, write them
    #[command(subcommand)]
    Pack(PackCommand),
    /// Settings
    #[command(subcommand)]
    Config(ConfigCommand),
    /// Your data: where it lies, backups, moving it, checking it
    #[command(subcommand)]
    Data(DataCommand),
    /// Write completions for a shell
    Completions(CompletionsArgs),
    /// Explain a command, a check code (J104) or a JSON schema; `mentors` is the guide for writing packs
    Help(HelpArgs),
    /// Write the manual page
    #[command(hide = true)]
    Man,
}

#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct TodayArgs {
    /// Print nothing; exit 0 if something is due, 3 if not
    #[arg(long)]
    pub check: bool,
    /// One line for a prompt or status bar, with {due}, {min}, {later} and {lesson}
    #[arg(long, value_name = "TEXT")]
    pub format: Option<String>,
}

#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct ReviewArgs {
    /// Only this topic
    pub topic: Option<String>,
    /// Stop after about so many minutes
    #[arg(long, value_name = "N")]
    pub minutes: Option<u16>,
    /// Stop after so many questions
    #[arg(long, value_name = "N")]
    pub items: Option<u16>,
    /// Ahead of the schedule, which stays as it is
    #[arg(long)]
    pub ahead: bool,
    /// Order and options come out the same for the same number
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
    /// For programs: commands come in and events go out as lines of JSON (jenjang help json review)
    #[arg(long, value_enum, value_name = "NAME", conflicts_with = "tui")]
    pub protocol: Option<Protocols>,
}

/// How programs hold a review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Protocols {
    /// Lines of JSON.
    Ndjson,
}

#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct LearnArgs {
    /// The topic, or a pack for its next one; the next one on your path when left out
    pub topic: Option<String>,
}

#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct AskArgs {
    /// The question: pack/topic/prompt, its last part, or words of its title; your weakest answer when left out
    pub prompt: Option<String>,
    /// Who asks
    #[arg(long, value_name = "NAME")]
    pub persona: Option<String>,
    /// The ladder level that the answer is held against; the one that you climb to when left out, else that of the question
    #[arg(long, value_name = "1-6", value_parser = clap::value_parser!(u8).range(1..=6))]
    pub level: Option<u8>,
    /// What the clock does: it ends the answer, only counts, or is not there
    #[arg(long, value_parser = ["real", "relaxed", "none"])]
    pub pressure: Option<String>,
    /// Without a clock, as --pressure none
    #[arg(long, conflicts_with = "pressure")]
    pub untimed: bool,
    /// So many times the author's time
    #[arg(long, value_parser = ["1.5", "2"])]
    pub extra: Option<String>,
    /// Answer aloud and type key words; nothing is recorded
    #[arg(long)]
    pub speak: bool,
    /// At most so many follow-up questions
    #[arg(long, value_name = "0-2", value_parser = clap::value_parser!(u8).range(0..=2))]
    pub follow_ups: Option<u8>,
    /// What the interviewer says comes out the same for the same number
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
}

#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct MockArgs {
    /// How long it is, in minutes
    #[arg(long, value_name = "10-120", value_parser = clap::value_parser!(u16).range(10..=120))]
    pub minutes: Option<u16>,
    /// The ladder level that the answers are held against
    #[arg(long, value_name = "1-6", value_parser = clap::value_parser!(u8).range(1..=6))]
    pub level: Option<u8>,
    /// Only questions of this track or other path, `all` for every question; the path of the last mock interview, or that you follow, when left out
    #[arg(long, value_name = "TRACK")]
    pub track: Option<String>,
    /// Who asks everything; whoever would ask a question when left out
    #[arg(long, value_name = "NAME")]
    pub persona: Option<String>,
    /// What the clock does: it ends an answer, only counts, or is not there
    #[arg(long, value_parser = ["real", "relaxed", "none"])]
    pub pressure: Option<String>,
    /// Without a clock, as --pressure none
    #[arg(long, conflicts_with = "pressure")]
    pub untimed: bool,
    /// The mix comes out the same for the same number and the same history
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
    /// Print the report of the last mock interview instead of starting one
    #[arg(long, conflicts_with_all = ["minutes", "level", "track", "persona", "pressure", "untimed", "seed"])]
    pub last: bool,
}

#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct AnswersArgs {
    /// Only answers to this question: pack/topic/prompt, its last part, or words of its title
    #[arg(value_name = "PROMPT")]
    pub question: Option<String>,
    /// The same as PROMPT
    #[arg(long, value_name = "PROMPT", conflicts_with = "question")]
    pub prompt: Option<String>,
    /// Only the best answer to each question
    #[arg(long)]
    pub best: bool,
    /// Form of the answer book
    #[arg(long, value_parser = ["text", "md", "json"], default_value = "text")]
    pub format: String,
}

#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct ChairArgs {
    /// The question: pack/topic/prompt, its last part, or words of its title; your weakest answer when left out
    pub prompt: Option<String>,
    /// Who is played
    #[arg(long, value_name = "NAME")]
    pub persona: Option<String>,
    /// The ladder level that the answer is held against
    #[arg(long, value_name = "1-6", value_parser = clap::value_parser!(u8).range(1..=6))]
    pub level: Option<u8>,
    /// The questions of a mock interview of 45 minutes instead, a sheet each
    #[arg(long, conflicts_with_all = ["prompt", "persona"])]
    pub mock: bool,
    /// The questions of a mock interview come out the same for the same number
    #[arg(long, value_name = "N", requires = "mock")]
    pub seed: Option<u64>,
    /// Form of the sheet
    #[arg(long, value_parser = ["md", "text"], default_value = "md")]
    pub format: String,
    /// Write the sheet to a file
    #[arg(long, value_name = "FILE", conflicts_with = "marks")]
    pub sheet: Option<PathBuf>,
    /// Type the grades in now, point by point, instead of writing the sheet
    #[arg(long, conflicts_with_all = ["mock", "sheet", "marks"])]
    pub grade: bool,
    /// Take the grades of a filled sheet into your history; - reads it from standard input
    #[arg(long, value_name = "FILE", conflicts_with_all = ["prompt", "persona", "level", "mock"])]
    pub marks: Option<PathBuf>,
}

#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct AgentArgs {
    /// Who interviews, in depth; a blend of all when left out
    #[arg(long, value_name = "NAME")]
    pub persona: Option<String>,
    /// The question with all of its rubric: pack/topic/prompt, its last part, or words of its title; a few that fit when left out
    #[arg(long, value_name = "ID")]
    pub prompt: Option<String>,
    /// The ladder level that answers are held against
    #[arg(long, value_name = "1-6", value_parser = clap::value_parser!(u8).range(1..=6))]
    pub level: Option<u8>,
    /// The role variation that you are heading for
    #[arg(long, value_name = "NAME")]
    pub track: Option<String>,
    /// Tell the assistant your level and the names of your weak points too
    #[arg(long)]
    pub with_progress: bool,
    /// Form of the prompt
    #[arg(long, value_parser = ["md", "text", "json"], default_value = "md")]
    pub format: String,
}

#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct PathArgs {
    /// Another path than the roadmap: a track, or a level of the ladder (level-2)
    #[arg(long, value_name = "NAME")]
    pub track: Option<String>,
    /// Form of the report
    #[arg(long, value_parser = ["text", "md", "json", "dot"], default_value = "text")]
    pub format: String,
}

#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct LadderArgs {
    /// The level to climb to; the next one that is not solid when left out
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=6))]
    pub level: Option<u8>,
    /// Form of the packet
    #[arg(long, value_parser = ["text", "md", "json"], default_value = "text")]
    pub format: String,
    /// Parts to leave out: matrix, proven, evidence, links, claimed, next, plan, talk, history
    #[arg(long, value_delimiter = ',', value_name = "PARTS")]
    pub leave_out: Vec<String>,
    /// Print every statement with its name, for --rate and --prove, and how it stands; of one level with --level
    #[arg(long)]
    pub list: bool,
    /// Rate a statement: s3.l2.impact.03=not-yet, sometimes or consistently
    #[arg(long, value_name = "STATEMENT=RATING")]
    pub rate: Vec<String>,
    /// Write evidence for a statement
    #[arg(long, value_name = "STATEMENT")]
    pub prove: Option<String>,
    /// The day that the evidence is about, 2026-11-21; today when left out
    #[arg(long, value_name = "DAY", requires = "prove")]
    pub day: Option<String>,
    /// What was going on
    #[arg(long, value_name = "TEXT", requires = "prove")]
    pub situation: Option<String>,
    /// What you did
    #[arg(long, value_name = "TEXT", requires = "prove")]
    pub action: Option<String>,
    /// What came of it
    #[arg(long, value_name = "TEXT", requires = "prove")]
    pub result: Option<String>,
    /// Where it can be seen
    #[arg(long, value_name = "TEXT", requires = "prove")]
    pub link: Option<String>,
    /// Put the gap plan of this level into Today (0 takes it out)
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(0..=6))]
    pub aim: Option<u8>,
}

#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct DayArgs {
    /// Its name; the first one when left out
    pub day: Option<String>,
    /// One slot alone, by its time
    #[arg(long, value_name = "HH:MM")]
    pub slot: Option<String>,
    /// From the beginning, although it was left in the middle
    #[arg(long)]
    pub anew: bool,
    /// Print the days and their slots
    #[arg(long)]
    pub list: bool,
}

#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct TracksArgs {
    /// One track, level or other path in detail
    pub track: Option<String>,
    /// Follow it; two at a time
    #[arg(long, requires = "track", conflicts_with = "remove")]
    pub add: bool,
    /// Put it away
    #[arg(long, requires = "track")]
    pub remove: bool,
    /// Form of the report
    #[arg(long, value_parser = ["text", "json"], default_value = "text")]
    pub format: String,
}

#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct ChecklistArgs {
    /// Its name, such as definition-of-done; all of them when left out
    pub name: Option<String>,
    /// The piece of work that it is ticked for
    #[arg(long, value_name = "NAME")]
    pub work: Option<String>,
    /// Tick an item, by its number or its name
    #[arg(long, value_name = "ITEM", requires = "work")]
    pub tick: Vec<String>,
    /// Take a tick away, by number or name
    #[arg(long, value_name = "ITEM", requires = "work")]
    pub untick: Vec<String>,
    /// Put the piece of work away, with its ticks
    #[arg(long, requires = "work", conflicts_with_all = ["tick", "untick"])]
    pub put_away: bool,
    /// Form of the list
    #[arg(long, value_parser = ["text", "md", "json"], default_value = "text")]
    pub format: String,
}

#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct StatsArgs {
    /// Only what happened since: 4w, 30d, 2026-11-01
    #[arg(long, value_name = "WHEN")]
    pub since: Option<String>,
    /// Form of the report
    #[arg(long, value_parser = ["text", "json", "csv"], default_value = "text")]
    pub format: String,
}

#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct SearchArgs {
    /// What to look for
    #[arg(required = true)]
    pub query: Vec<String>,
    /// Only in these: term, lesson, item, prompt, note
    #[arg(long = "in", value_delimiter = ',', value_parser = ["term", "lesson", "item", "prompt", "note"])]
    pub kinds: Vec<String>,
    /// At most so many
    #[arg(long, default_value_t = 20)]
    pub limit: usize,
}

#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct UndoArgs {
    /// List what can be taken back, newest first
    #[arg(long)]
    pub list: bool,
    /// Bring back what was taken back last
    #[arg(long, conflicts_with = "list")]
    pub redo: bool,
}

/// Tools for pack authors, and packs of the learner.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum PackCommand {
    /// Make a pack to begin with: it passes the check at once
    New(NewArgs),
    /// Find everything that is wrong with a pack, or with a folder of packs
    Check(CheckArgs),
    /// Let bots answer every question: right in every way, wrong by one step, and by chance
    Try(TryArgs),
    /// Show the pack as learners will see it, beside what is wrong with it, while it is being written
    Preview(PreviewArgs),
    /// Make one file of a pack, to be sent and installed
    Build(BuildArgs),
    /// Show the key that you sign packs with, and make one when there is none
    Key(KeyArgs),
    /// What differs between two versions, and which part of the version has to rise
    Diff(DiffArgs),
    /// Show what learners flagged (jenjang flags --send) at the lines that it is about, what misleads first
    Flags(PackFlagsArgs),
    /// Print the questions without their keys, so that another mind can answer them blind, and compare its answers
    Sheet(SheetArgs),
    /// Write a pack, a topic, or what you have answered as a table (.csv) or for Anki (.apkg)
    Export(ExportArgs),
    /// Make a draft of a pack from a table (.csv) or from Anki notes (.apkg), and say what could not be kept and what is left to write
    Import(ImportArgs),
    /// Install a pack from an archive or a folder
    Install(InstallArgs),
    /// Replace an installed pack by another version; says first what that means for you, and copies your data
    Update(UpdateArgs),
    /// Remove an installed pack; your progress is kept
    Remove(RemoveArgs),
    /// List the packs that you have
    List,
    /// Tell about a pack
    Info(InfoArgs),
    /// Compare installed packs with what was installed, or check an archive and print its checksum and who signed it
    Verify(VerifyArgs),
}

#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct FlagsArgs {
    /// Write item ids, pack versions, reasons and spellings that you count as right into a file, and say first what is in it; - for standard output
    #[arg(long, value_name = "FILE")]
    pub send: Option<PathBuf>,
    /// Also how each item is answered: number of answers, share right, share guessed, median seconds; never what was answered
    #[arg(long)]
    pub with_stats: bool,
    /// Only about this pack
    #[arg(long, value_name = "PACK")]
    pub pack: Option<String>,
}

#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct PackFlagsArgs {
    /// A file of flags, or a folder with the files of several learners, which are added up
    pub file: PathBuf,
    /// The pack's folder, or a folder of packs
    #[arg(default_value = ".")]
    pub path: PathBuf,
    /// Form of the report
    #[arg(long, value_parser = ["human", "json"], default_value = "human")]
    pub format: String,
}

#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct NewArgs {
    /// The pack's name for ever, such as redis-go-notes; a folder of that name is made. --lang says in which language it is written
    pub name: String,
    /// Notes in Markdown: headings become topics and sections, bullets the syllabus
    #[arg(long, value_name = "NOTES.md")]
    pub from: Option<PathBuf>,
    /// What the pack promises to teach: a .tsv of outcome and topic, or a .md of headings and bullets
    #[arg(long, value_name = "LIST")]
    pub syllabus: Option<PathBuf>,
    /// pack.toml and one topic, without schemas for editors and an interview prompt
    #[arg(long)]
    pub minimal: bool,
}

#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct CheckArgs {
    /// The pack's folder, a folder of packs, or an archive
    #[arg(default_value = ".")]
    pub path: PathBuf,
    /// Report and judge coverage of these units only
    #[arg(long, value_delimiter = ',', value_name = "UNITS")]
    pub units: Vec<String>,
    /// Form of the report
    #[arg(long, value_parser = ["human", "json", "sarif", "github"], default_value = "human")]
    pub format: String,
    /// Mend first what is mechanical and safe: line ends, control characters, keys that are one slip away from the right one
    #[arg(long)]
    pub fix: bool,
    /// Exit 4 for warnings too
    #[arg(long, value_parser = ["warnings"], value_name = "WHAT")]
    pub deny: Option<String>,
}

#[derive(Debug, Clone, Args)]
#[allow(missing_docs)]
pub struct TryArgs {
    /// The pack's folder, or an archive
    #[arg(default_value = ".")]
    pub path: PathBuf,
    /// Which bots: right, wrong and random look for mistakes, guess says how often a guess is right, learner studies for some weeks
    #[arg(long = "as", value_enum, default_value_t = Bots::All, value_name = "BOTS")]
    pub bots: Bots,
    /// How often chance plays each question, and how often it is guessed
    #[arg(long, default_value_t = 20, value_name = "N", value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..=10_000))]
    pub n: usize,
    /// The same number, the same chance
    #[arg(long, default_value_t = 1, value_name = "S")]
    pub seed: u64,
    /// Days that the learner studies
    #[arg(long, default_value_t = 90, value_name = "DAYS", value_parser = clap::value_parser!(u16).range(1..=365))]
    pub days: u16,
    /// Minutes that the learner has on each of them
    #[arg(long, default_value_t = 15, value_name = "N", value_parser = clap::value_parser!(u16).range(5..=240))]
    pub minutes: u16,
}

#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct PreviewArgs {
    /// The pack's folder. --lang says in which language it is shown first
    #[arg(default_value = ".")]
    pub path: PathBuf,
    /// What learners sent (jenjang flags --send), one file or a folder of them, is shown among the problems
    #[arg(long, value_name = "FILE")]
    pub flags: Option<PathBuf>,
}

/// Bots that answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Bots {
    /// Every right answer has to be taken as right.
    Right,
    /// No wrong answer may be.
    Wrong,
    /// How often somebody who knows nothing is right.
    Guess,
    /// Nothing that is typed may end the program.
    Random,
    /// How long the days of a learner are, and what is never met.
    Learner,
    /// All of them.
    All,
}

#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct BuildArgs {
    /// The pack's folder
    #[arg(default_value = ".")]
    pub path: PathBuf,
    /// Where the archive goes
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub out: PathBuf,
    /// Sign it with your key (jenjang pack key): learners see that every version comes from the same hand
    #[arg(long)]
    pub sign: bool,
}

#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct KeyArgs {
    /// Make another key and keep the one before aside; learners have to accept the new one
    #[arg(long)]
    pub new: bool,
}

#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct DiffArgs {
    /// The version before: a folder or an archive
    pub old: PathBuf,
    /// The version after: a folder or an archive
    pub new: PathBuf,
}

#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct SheetArgs {
    /// The pack's folder, a folder of packs, or a folder within a pack, such as one topic
    #[arg(default_value = ".")]
    pub path: PathBuf,
    /// Only questions of these units
    #[arg(long, value_delimiter = ',', value_name = "UNITS")]
    pub units: Vec<String>,
    /// Print an empty form for the answers instead, which says how it is filled in
    #[arg(long, conflicts_with = "answers")]
    pub form: bool,
    /// Compare a filled form with the keys: agreement by unit and kind, and each difference with its place; exit 4 unless all agree
    #[arg(long, value_name = "FILE")]
    pub answers: Option<PathBuf>,
}

#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct ExportArgs {
    /// A pack by its name, its folder or archive, or a topic as pack/topic. --lang says in which language it is written
    #[arg(required_unless_present = "mine", value_name = "PACK")]
    pub what: Option<String>,
    /// The file; its ending says what it becomes, .csv or .apkg. - writes the table to standard output
    #[arg(long, value_name = "FILE")]
    pub to: PathBuf,
    /// Only questions that you have answered, of this pack or of all packs
    #[arg(long)]
    pub mine: bool,
    /// Both languages: the one of --lang first
    #[arg(long)]
    pub both: bool,
}

#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct ImportArgs {
    /// The table (.csv, .tsv, .txt) or the Anki archive (.apkg)
    pub file: PathBuf,
    /// The new pack's name for ever, such as redis-go-notes; a folder of that name is made. --lang says in which language it is written
    pub name: String,
    /// No schemas for editors
    #[arg(long)]
    pub minimal: bool,
}

#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct InstallArgs {
    /// The archive (.jpack), or a pack's folder
    pub path: PathBuf,
    /// Keep the folder where it is and follow what is saved in it
    #[arg(long)]
    pub link: bool,
    /// Take it only when this key has signed it, even in place of the one before; `none` takes it unsigned
    #[arg(long, value_name = "KEY", value_parser = Accept::parse)]
    pub accept_key: Option<Accept>,
}

#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct UpdateArgs {
    /// The archive (.jpack) or the folder of the other version
    pub path: PathBuf,
    /// Take it only when this key has signed it, even in place of the one before; `none` takes it unsigned
    #[arg(long, value_name = "KEY", value_parser = Accept::parse)]
    pub accept_key: Option<Accept>,
}

#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct RemoveArgs {
    /// The pack's name
    pub pack: String,
}

#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct InfoArgs {
    /// The pack's name
    pub pack: String,
}

#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct VerifyArgs {
    /// The pack's name, or an archive; all installed packs when left out
    pub pack: Option<String>,
}

/// Settings.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum ConfigCommand {
    /// Print a setting, or all of them
    Get { name: Option<String> },
    /// Change a setting in the file
    Set { name: String, value: String },
    /// Open the file in your editor
    Edit,
    /// Print where the file lies
    Path,
    /// Print the live keymap as Markdown
    Keys,
    /// Find what is wrong with the file
    Check,
}

/// The learner's data.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum DataCommand {
    /// Print where your data lies
    Path,
    /// Make a verified copy now
    Backup,
    /// Put a backup in the place of your data; without a name, list what there is
    Restore { file: Option<PathBuf> },
    /// Write the whole log as lines of JSON
    Export {
        /// Where to; standard output when left out
        file: Option<PathBuf>,
    },
    /// Merge the log of another machine
    Import { file: PathBuf },
    /// Check the file and rebuild every schedule from the log
    Doctor {
        /// Put the rebuilt schedules in place where they differ
        #[arg(long)]
        repair: bool,
    },
}

#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct CompletionsArgs {
    pub shell: clap_complete::Shell,
}

#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct HelpArgs {
    /// What to explain; `codes` lists all check codes, `mentors` is a guide from notes to a pack, `limits` says how large a pack may be, `json` lists the schemas of reports and pack files
    pub topic: Vec<String>,
}

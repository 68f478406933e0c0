//! An interview answer of ten thousand words, in process: pasted into the field and drawn, a letter typed behind it, and read by the word lists of
//! every built-in prompt.
//!
//! ```text
//! cargo bench --bench answer
//! ```

use std::sync::Arc;
use std::time::{Duration, Instant};

use jenjang::app::clock::Clock;
use jenjang::domain::rubric::{self, words::Answer};
use jenjang::domain::text::Lang;
use jenjang::packs::Library;
use jenjang::screens::interview::InterviewScreen;
use jenjang::sessions::action::{Action, Bound};
use jenjang::sessions::effect::{LoadedPrompt, News};
use jenjang::sessions::input::Input;
use jenjang::sessions::interview::Wish;
use jenjang::sessions::key::Key;
use jenjang::sessions::prefs::Prefs;
use jenjang::sessions::study::Study;
use jenjang::ui::page::Page;
use jenjang::ui::screen::{Scene, Screen};
use jenjang::ui::theme::Theme;
use jenjang::words::Words;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const SIZE: (u16, u16) = (80, 24);
const WORDS: usize = 10_000;
const TIMES: usize = 21;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let library = Library::builtin();
    let prompts: Vec<_> = library.prompts().iter().filter_map(|head| library.prompt(&head.id).ok()).collect();
    let Some(first) = prompts.first() else { return Err("no prompts".into()) };
    // What candidates really say, again and again until it is long enough.
    let models = prompts.iter().flat_map(|prompt| prompt.model_full.get(Lang::En).split_whitespace());
    let text = models.collect::<Vec<_>>().into_iter().cycle().take(WORDS).collect::<Vec<_>>().join(" ");
    println!("{WORDS} words, {} bytes, {} prompts", text.len(), prompts.len());

    let mut pastes = Vec::new();
    let mut letters = Vec::new();
    for _ in 0..TIMES {
        let mut desk = Desk::asked(first);
        let began = Instant::now();
        desk.input(Input::Paste(text.clone()));
        desk.draw();
        pastes.push(began.elapsed());
        let began = Instant::now();
        desk.input(Input::Key(Key::char('x')));
        desk.draw();
        letters.push(began.elapsed());
    }
    say("pasted and drawn", &mut pastes);
    say("a letter behind it", &mut letters);

    let mut reads: Vec<Duration> = Vec::new();
    for prompt in &prompts {
        let began = Instant::now();
        let suggested = rubric::suggest(prompt, &Answer::new(&text));
        reads.push(began.elapsed());
        std::hint::black_box(suggested);
    }
    say("read by a prompt's word lists", &mut reads);
    Ok(())
}

struct Desk {
    screen: InterviewScreen,
    study: Study,
    prefs: Prefs,
    words: Words,
    theme: Theme,
    clock: Clock,
}

impl Desk {
    /// A desk whose interview waits for its answer.
    fn asked(prompt: &rubric::Prompt) -> Desk {
        let wish = Wish { prompt: Some(prompt.id.clone()), ..Wish::default() };
        let mut desk = Desk {
            screen: InterviewScreen::new(wish, 7),
            study: Study::default(),
            prefs: Prefs::default(),
            words: Words::of("en"),
            theme: Theme::dark(),
            clock: Clock::new(7, Default::default(), 240),
        };
        let loaded = LoadedPrompt {
            prompt: Arc::new(prompt.clone()),
            crumbs: Default::default(),
            attempts: Vec::new(),
            memories: Vec::new(),
            practised: Vec::new(),
            personas: Vec::new(),
            predictions: Vec::new(),
            draft: None,
            target: None,
            stories: Default::default(),
        };
        desk.input(Input::News(News::Prompt(prompt.id.clone(), Some(Box::new(loaded)))));
        desk.input(Input::Act(Bound { action: Action::Submit, arg: 0 }));
        desk
    }

    fn input(&mut self, input: Input) {
        let now = self.clock.now();
        let (study, prefs, words, theme) = (&self.study, &self.prefs, &self.words, &self.theme);
        let scene = Scene { study, prefs, words, now: &now, area: SIZE, theme };
        self.screen.update(input, &scene);
    }

    fn draw(&mut self) {
        let now = self.clock.now();
        let area = Rect::new(0, 0, SIZE.0, SIZE.1);
        let mut buffer = Buffer::empty(area);
        let (study, prefs, words, theme) = (&self.study, &self.prefs, &self.words, &self.theme);
        let scene = Scene { study, prefs, words, now: &now, area: SIZE, theme };
        self.screen.view(&scene, &mut Page::new(&mut buffer, area, theme));
        std::hint::black_box(buffer);
    }
}

fn say(what: &str, times: &mut [Duration]) {
    times.sort_unstable();
    let ms = |at: usize| times[at].as_secs_f64() * 1000.0;
    println!("{what:<32} median {:>8.3} ms   worst {:>8.3} ms", ms(times.len() / 2), ms(times.len() - 1));
}

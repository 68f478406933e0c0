//! Topics in an order, and the advice that prerequisites give.

#[cfg(test)]
mod tests;

use std::collections::HashMap;

use super::catalog::{PathHead, TopicHead};
use super::ids::TopicId;
use super::progress::TopicState;

/// What needs what, over the topics of all packs. Topics that are named and not installed do not count.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Roadmap {
    order: Vec<TopicId>,
    place: HashMap<TopicId, usize>,
    requires: Vec<Vec<usize>>,
    opens: Vec<Vec<usize>>,
}

/// Topics that need each other in a circle.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.told())]
pub struct Cycle {
    /// Each needs the next one, and the last one the first.
    pub topics: Vec<TopicId>,
}

impl Cycle {
    fn told(&self) -> String {
        let names = self.topics.iter().chain(self.topics.first());
        names.map(TopicId::as_str).collect::<Vec<_>>().join(" -> ")
    }
}

/// Where a topic is while the graph is walked.
#[derive(Clone, Copy, PartialEq)]
enum Mark {
    Unseen,
    OnTheWay,
    Done,
}

impl Roadmap {
    /// The graph over `heads`, with an order in which whatever a topic needs comes before it, and which otherwise keeps
    /// to the order of `heads`.
    ///
    /// # Errors
    ///
    /// The first [`Cycle`] that is met.
    pub fn new<'a>(heads: impl IntoIterator<Item = &'a TopicHead>) -> Result<Roadmap, Cycle> {
        match Roadmap::lenient(heads) {
            (roadmap, cycles) if cycles.is_empty() => Ok(roadmap),
            (_, mut cycles) => Err(cycles.swap_remove(0)),
        }
    }

    /// The same, leaving out each requirement that closes a circle: several packs may form one that none of them has.
    pub fn lenient<'a>(heads: impl IntoIterator<Item = &'a TopicHead>) -> (Roadmap, Vec<Cycle>) {
        let heads: Vec<&TopicHead> = heads.into_iter().collect();
        let at: HashMap<&TopicId, usize> = heads.iter().enumerate().map(|(i, h)| (&h.id, i)).collect();
        let needs: Vec<Vec<usize>> =
            heads.iter().map(|h| h.requires.iter().filter_map(|r| at.get(r).copied()).collect()).collect();
        let (order, cycles, dropped) = walk(&needs);
        let mut new_place = vec![0; heads.len()];
        order.iter().enumerate().for_each(|(new, old)| new_place[*old] = new);
        let mut out = Roadmap {
            order: order.iter().map(|i| heads[*i].id.clone()).collect(),
            place: order.iter().enumerate().map(|(new, old)| (heads[*old].id.clone(), new)).collect(),
            requires: vec![Vec::new(); heads.len()],
            opens: vec![Vec::new(); heads.len()],
        };
        for (from, list) in needs.iter().enumerate() {
            for to in list.iter().filter(|to| !dropped.contains(&(from, **to))) {
                out.requires[new_place[from]].push(new_place[*to]);
                out.opens[new_place[*to]].push(new_place[from]);
            }
        }
        out.opens.iter_mut().for_each(|o| o.sort_unstable());
        let named = |c: Vec<usize>| Cycle { topics: c.into_iter().map(|i| heads[i].id.clone()).collect() };
        (out, cycles.into_iter().map(named).collect())
    }

    /// All topics; whatever a topic needs comes before it.
    pub fn order(&self) -> &[TopicId] {
        &self.order
    }

    /// What is usually easier before this topic, in the author's order.
    pub fn requires(&self, topic: &TopicId) -> impl Iterator<Item = &TopicId> {
        self.neighbours(&self.requires, topic)
    }

    /// What this topic prepares for.
    pub fn opens(&self, topic: &TopicId) -> impl Iterator<Item = &TopicId> {
        self.neighbours(&self.opens, topic)
    }

    fn neighbours<'a>(&'a self, lists: &'a [Vec<usize>], topic: &TopicId) -> impl Iterator<Item = &'a TopicId> {
        let list = self.place.get(topic).and_then(|i| lists.get(*i));
        list.into_iter().flatten().map(|i| &self.order[*i])
    }

    /// Topics with whatever they need before them, each once: the way to what somebody wants. What is held, and what only leads to it, is left out.
    pub fn way_to(&self, wanted: &[TopicId], held: impl Fn(&TopicId) -> bool) -> Vec<TopicId> {
        let mut seen = vec![false; self.order.len()];
        let mut out = Vec::new();
        for topic in wanted {
            let Some(&at) = self.place.get(topic) else { continue };
            let mut found = Vec::new();
            let mut open = vec![at];
            while let Some(at) = open.pop() {
                if !std::mem::replace(&mut seen[at], true) && !held(&self.order[at]) {
                    found.push(at);
                    open.extend(&self.requires[at]);
                }
            }
            // Whatever a topic needs has a lower place.
            found.sort_unstable();
            out.extend(found.into_iter().map(|at| self.order[at].clone()));
        }
        out
    }

    /// The states of all topics. `own` gives the state of one from the states of what it needs, which come first.
    pub fn states(&self, mut own: impl FnMut(&TopicId, &[TopicState]) -> TopicState) -> HashMap<TopicId, TopicState> {
        let mut states: Vec<TopicState> = Vec::with_capacity(self.order.len());
        for (topic, needs) in self.order.iter().zip(&self.requires) {
            let needs: Vec<TopicState> = needs.iter().map(|i| states[*i]).collect();
            states.push(own(topic, &needs));
        }
        self.order.iter().cloned().zip(states).collect()
    }

    /// The soft gate: what would make a topic that is better later easier. `None` where nothing is to be said.
    pub fn advice(&self, topic: &TopicId, state: impl Fn(&TopicId) -> Option<TopicState>) -> Option<Advice> {
        if state(topic)? != TopicState::BetterLater {
            return None;
        }
        let unmet: Vec<(TopicId, TopicState)> = self
            .requires(topic)
            .filter_map(|t| state(t).map(|s| (t.clone(), s)))
            .filter(|(_, s)| *s != TopicState::Held)
            .collect();
        (!unmet.is_empty()).then_some(Advice { unmet })
    }
}

/// "Usually easier after these". Advice, never a lock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    /// What the topic needs and the learner does not hold, in the author's order, with its state.
    pub unmet: Vec<(TopicId, TopicState)>,
}

/// What walking the graph gives: an order, the circles, and the requirements (from, to) that close them.
type Walked = (Vec<usize>, Vec<Vec<usize>>, Vec<(usize, usize)>);

/// Depth first without recursion: a path of 100,000 topics must not end the stack.
fn walk(needs: &[Vec<usize>]) -> Walked {
    let mut marks = vec![Mark::Unseen; needs.len()];
    let (mut order, mut cycles, mut dropped) = (Vec::new(), Vec::new(), Vec::new());
    for start in 0..needs.len() {
        // The way from `start` to here, with the place of the next requirement to look at.
        let mut way: Vec<(usize, usize)> = Vec::new();
        if marks[start] == Mark::Unseen {
            marks[start] = Mark::OnTheWay;
            way.push((start, 0));
        }
        while let Some((at, next)) = way.pop() {
            let Some(&need) = needs[at].get(next) else {
                marks[at] = Mark::Done;
                order.push(at);
                continue;
            };
            way.push((at, next + 1));
            match marks[need] {
                Mark::Done => {}
                Mark::Unseen => {
                    marks[need] = Mark::OnTheWay;
                    way.push((need, 0));
                }
                Mark::OnTheWay => {
                    let circle = way.iter().map(|(i, _)| *i).skip_while(|i| *i != need);
                    cycles.push(circle.collect());
                    dropped.push((at, need));
                }
            }
        }
    }
    (order, cycles, dropped)
}

/// The next lesson on a path, with what comes `first` on it (tracks, a gap plan): the first installed topic whose lesson was not read and which is ready or being learnt.
///
/// When nothing is ready, the first one that is better later: a path never ends before its last topic. Topics that are
/// held or fading without a lesson (tested out, marked as known) need none. Topics to come are passed over.
pub fn next_lesson<'a>(
    first: &'a [TopicId],
    path: &'a PathHead,
    state: impl Fn(&TopicId) -> Option<TopicState>,
    read: impl Fn(&TopicId) -> bool,
) -> Option<&'a TopicId> {
    let unread = |topic: &&TopicId| !read(topic);
    let first = |wanted: &[TopicState]| {
        let mut ways = first.iter().chain(path.topics()).filter(unread);
        ways.find(|topic| state(topic).is_some_and(|s| wanted.contains(&s)))
    };
    first(&[TopicState::Ready, TopicState::Learning]).or_else(|| first(&[TopicState::BetterLater]))
}

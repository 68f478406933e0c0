//! The review on a stage: real keys go in, effects are performed by a desk of paper, pictures come out.

mod content;
mod desk;
mod hostile;
mod moves;
mod pictures;
mod schedule;
mod visual;

//! Carries words between the rooms: loop, routes, threads, terminal guard, boot.

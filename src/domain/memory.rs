//! How an item is remembered: FSRS-6 and the rules around it (learning steps, fuzz, load balance, held and fading).

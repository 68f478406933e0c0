//! States of items and topics: held, learning, fading, ready, better later.

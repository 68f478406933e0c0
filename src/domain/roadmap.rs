//! Topics in an order, and the advice that prerequisites give.

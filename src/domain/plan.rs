//! Today's plan in minutes.

//! Foreign text in messages: no input and no error of other code adds a line, reaches the terminal as a control sequence,
//! or hides or reorders what is shown.

mod doors;
mod models;
mod properties;

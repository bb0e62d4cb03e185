//! Tiny cases for each rule, and what holds of any text.

//! Tiny cases for each rule, and what is no speech.

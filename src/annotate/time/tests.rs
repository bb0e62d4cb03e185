//! Cases of each rule, and what each must leave alone.
